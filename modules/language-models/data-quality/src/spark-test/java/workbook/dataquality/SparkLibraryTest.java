package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.feature.MinHashLSHModel;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Spark's own near duplicates, beside those by hand.
@Tag("spark")
@DisplayName("Spark's MinHashLSH")
class SparkLibraryTest {

  /// Fewer, and words collide: two documents then look more alike than they are.
  private static final int FEATURES = 1 << 20;

  private static final int HASHES = 128;

  private static final int SEEDS = 8;

  private SparkSession spark;

  @BeforeEach
  void open() {
    spark = SparkSession.builder().config(SparkClean.configuration()).getOrCreate();
  }

  @AfterEach
  void close() {
    spark.stop();
  }

  private Dataset<Row> sets(List<int[]> sets) {
    List<Row> rows =
        IntStream.range(0, sets.size())
            .mapToObj(i -> RowFactory.create(i, vector(sets.get(i))))
            .toList();
    StructType type =
        new StructType(
            new StructField[] {
              DataTypes.createStructField("id", DataTypes.IntegerType, false),
              DataTypes.createStructField("set", SQLDataTypes.VectorType(), false)
            });
    return spark.createDataFrame(rows, type);
  }

  private static Vector vector(int... elements) {
    double[] ones = new double[elements.length];
    Arrays.fill(ones, 1);
    return Vectors.sparse(FEATURES, elements, ones);
  }

  private static MinHashLSH minHash(int tables, long seed) {
    return new MinHashLSH()
        .setNumHashTables(tables)
        .setSeed(seed)
        .setInputCol("set")
        .setOutputCol("hashes");
  }

  private double estimate(int seed, IntUnaryOperator element) {
    Dataset<Row> sets = sets(List.of(elements(0, 80, element), elements(20, 100, element)));
    MinHashLSHModel model = minHash(HASHES, seed).fit(sets);
    List<Row> rows = model.transform(sets).select("hashes").collectAsList();
    List<Vector> a = rows.get(0).getList(0);
    List<Vector> b = rows.get(1).getList(0);
    long equal = IntStream.range(0, HASHES).filter(i -> a.get(i).equals(b.get(i))).count();
    return (double) equal / HASHES;
  }

  private static int[] elements(int from, int to, IntUnaryOperator element) {
    return IntStream.range(from, to).map(element).sorted().toArray();
  }

  /// The standard deviation of the mean of eight estimates is √(.6 · .4 / 128 / 8) = .0153. In the
  /// mean of 20 seeds it is .524, for the reason that LibraryTest gives.
  @Test
  @DisplayName("is biased for numbers in a row, and not for the same numbers mixed before")
  void bias() {
    double deviation = Math.sqrt(.6 * .4 / HASHES / SEEDS);
    assertThat(mean(seed -> estimate(seed, i -> i))).isLessThan(.6 - 3 * deviation);
    assertThat(mean(seed -> estimate(seed, i -> (int) (Shingles.mix(i) >>> 44))))
        .isCloseTo(.6, within(3 * deviation));
  }

  private static double mean(IntToDoubleFunction estimate) {
    return IntStream.rangeClosed(1, SEEDS).mapToDouble(estimate).average().orElseThrow();
  }

  /// approxSimilarityJoin takes a distance, 1 − J, and knows each pair twice and each document as a
  /// pair with itself.
  @Test
  @DisplayName("joins the near duplicates that comparing all with all finds")
  void join() {
    List<long[]> shingles =
        Copies.documents(1).subList(600, 1000).stream()
            .map(text -> Shingles.of(text, DataQuality.WORDS))
            .toList();
    List<int[]> sets =
        shingles.stream()
            .map(set ->
                Arrays.stream(set).mapToInt(s -> (int) (s >>> 44)).sorted().distinct().toArray())
            .toList();
    Dataset<Row> documents = sets(sets);
    MinHashLSHModel model = minHash(16, 1).fit(documents);
    long found =
        model
            .approxSimilarityJoin(documents, documents, 1 - DataQuality.SIMILAR, "distance")
            .filter("datasetA.id < datasetB.id")
            .count();
    int similar = DataQuality.allPairs(shingles, DataQuality.SIMILAR).size();
    assertThat((double) found / similar)
        .as("%d pairs found of %d", found, similar)
        .isBetween(.95, 1.0);
  }
}
