package workbook.dataquality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.lib.input.FileSplit;
import org.apache.hadoop.mapreduce.lib.input.TextInputFormat;
import org.apache.spark.api.java.JavaNewHadoopRDD;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/// The steps of [Pipeline] as a job of Apache Spark, on any number of machines. It keeps the same
/// documents, whatever the number of partitions.
final class SparkPipeline {

  private final JavaSparkContext spark;
  private final Broadcast<Filters.Known> known;

  SparkPipeline(JavaSparkContext spark, Filters.Known known) {
    this.spark = spark;
    this.known = spark.broadcast(known);
  }

  /// @param input a file, or a folder of files, where all workers can read it
  /// @param results a folder that is not there yet; in it `kept`, `removed` and `quarantine`
  /// @param partitions at least so many pieces of the input
  /// @return how many documents were kept
  long run(String input, String results, int partitions) {
    JavaPairRDD<Long, String[]> judged =
        judged(input, partitions).persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Long, String> passed =
        judged
            .filter(line -> line._2[0].isEmpty())
            .mapValues(line -> line[2])
            .persist(StorageLevel.MEMORY_AND_DISK());
    JavaPairRDD<Long, String> equal = equal(passed);
    JavaPairRDD<Long, String> unique =
        passed.subtractByKey(equal).persist(StorageLevel.MEMORY_AND_DISK());
    Map<Long, Long> first = clusters(similar(unique).collect());
    JavaPairRDD<Long, String> near = unique.filter(document -> !isFirst(first, document._1));
    JavaPairRDD<Long, String> kept = unique.filter(document -> isFirst(first, document._1));
    save(kept, results + "/kept");
    JavaPairRDD<Long, String> byFilters =
        judged
            .filter(line -> !line._2[0].isEmpty() && line._2[1].isEmpty())
            .mapValues(line -> line[3] + " " + line[0]);
    save(
        byFilters
            .union(equal.mapValues(json -> id(json) + " exact"))
            .union(near.mapValues(json -> id(json) + " near")),
        results + "/removed");
    save(
        judged.filter(line -> !line._2[1].isEmpty()).mapValues(line -> line[2]),
        results + "/quarantine");
    return kept.count();
  }

  /// By its place in the input, of each line: the step that rejects it, what damage it has, its
  /// document as JSON or what is kept of it in quarantine, and its own number.
  private JavaPairRDD<Long, String[]> judged(String input, int partitions) {
    JavaRDD<Tuple2<String, byte[]>> lines = lines(input, partitions);
    JavaPairRDD<Tuple2<String, byte[]>, Long> numbered = lines.zipWithIndex();
    // Where each file begins, for a line's number is that in its file.
    Map<String, Long> starts =
        new HashMap<>(
            numbered
                .mapToPair(line -> new Tuple2<>(line._1._1, line._2))
                .reduceByKey(Math::min)
                .collectAsMap());
    Broadcast<Filters.Known> given = known;
    return numbered.mapPartitionsToPair(part -> {
      Filters filters = new Filters(given.value());
      Iterable<Tuple2<Tuple2<String, byte[]>, Long>> all = () -> part;
      return StreamSupport.stream(all.spliterator(), false)
          .map(line -> {
            String file = line._1._1;
            long number = line._2 - starts.get(file) + 1;
            return new Tuple2<>(line._2, judge(filters, file, number, line._1._2));
          })
          .iterator();
    });
  }

  private static String[] judge(Filters filters, String file, long number, byte[] bytes) {
    boolean whole = bytes.length <= Lines.LONGEST;
    Lines.Line line =
        new Lines.Line(number, whole ? bytes : Arrays.copyOf(bytes, Lines.LONGEST), whole);
    Lines.Read read = line.read();
    if (read.document().isEmpty()) {
      String kept = text(Lines.quarantined(file, line, read.damage()));
      return new String[] {"damaged", read.damage(), kept, ""};
    }
    Document document = read.document().get();
    return new String[] {
      filters.rejectedBy(document.text()), "", text(Lines.json(document)), "" + document.id()
    };
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).stripTrailing();
  }

  /// The bytes of each line, with the name of its file.
  private JavaRDD<Tuple2<String, byte[]>> lines(String input, int partitions) {
    Configuration hadoop = new Configuration(spark.hadoopConfiguration());
    hadoop.set("textinputformat.record.delimiter", "\n");
    long size = size(input, hadoop);
    hadoop.setLong(
        "mapreduce.input.fileinputformat.split.maxsize",
        Math.max(1, Math.ceilDiv(size, partitions)));
    JavaPairRDD<LongWritable, Text> read =
        spark.newAPIHadoopFile(
            input, TextInputFormat.class, LongWritable.class, Text.class, hadoop);
    return ((JavaNewHadoopRDD<LongWritable, Text>) read)
        .mapPartitionsWithInputSplit(
            (split, part) -> {
              String file = ((FileSplit) split).getPath().getName();
              Iterable<Tuple2<LongWritable, Text>> all = () -> part;
              return StreamSupport.stream(all.spliterator(), false)
                  .map(line -> new Tuple2<>(file, line._2.copyBytes()))
                  .iterator();
            },
            true);
  }

  private static long size(String input, Configuration hadoop) {
    try {
      org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(input);
      return path.getFileSystem(hadoop).getContentSummary(path).getLength();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those that are equal to an earlier one.
  private static JavaPairRDD<Long, String> equal(JavaPairRDD<Long, String> documents) {
    JavaPairRDD<Long, Long> byHash =
        documents.mapToPair(
            document -> new Tuple2<>(Filters.exact(words(document._2)), document._1));
    JavaPairRDD<Long, Boolean> later =
        byHash
            .join(byHash.reduceByKey(Math::min))
            .values()
            .filter(both -> !both._1.equals(both._2))
            .mapToPair(both -> new Tuple2<>(both._1, true));
    return documents.join(later).mapValues(both -> both._1);
  }

  /// Candidates that share a bucket, and turn out to be near duplicates.
  private static JavaPairRDD<Long, Long> similar(JavaPairRDD<Long, String> documents) {
    JavaPairRDD<Long, long[]> shingles =
        documents.mapValues(json -> Filters.shingles(words(json))).cache();
    JavaPairRDD<Long, Long> candidates =
        shingles
            .flatMapToPair(document -> {
              return LongStream.of(Filters.buckets(document._2))
                  .mapToObj(bucket -> new Tuple2<>(bucket, document._1))
                  .iterator();
            })
            .groupByKey()
            .values()
            .flatMapToPair(SparkPipeline::pairs)
            .distinct();
    return candidates
        .join(shingles)
        .mapToPair(pair -> new Tuple2<>(pair._2._1, new Tuple2<>(pair._1, pair._2._2)))
        .join(shingles)
        .filter(pair -> Shingles.jaccard(pair._2._1._2, pair._2._2) >= Filters.SIMILAR)
        .mapToPair(pair -> new Tuple2<>(pair._2._1._1, pair._1));
  }

  private static Iterator<Tuple2<Long, Long>> pairs(Iterable<Long> bucket) {
    long[] documents =
        StreamSupport.stream(bucket.spliterator(), false)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    List<Tuple2<Long, Long>> pairs = new ArrayList<>();
    for (int i = 0; i < documents.length; i++) {
      for (int j = i + 1; j < documents.length; j++) {
        pairs.add(new Tuple2<>(documents[i], documents[j]));
      }
    }
    return pairs.iterator();
  }

  /// Union–find, in the driver: only near duplicates are in it, and not all documents.
  private static Map<Long, Long> clusters(List<Tuple2<Long, Long>> pairs) {
    Map<Long, Long> parents = new HashMap<>();
    for (Tuple2<Long, Long> pair : pairs) {
      long a = root(parents, pair._1);
      long b = root(parents, pair._2);
      if (a != b) {
        parents.put(Math.max(a, b), Math.min(a, b));
      }
    }
    return parents;
  }

  private static long root(Map<Long, Long> parents, long document) {
    long root = document;
    while (parents.containsKey(root)) {
      root = parents.get(root);
    }
    return root;
  }

  private static boolean isFirst(Map<Long, Long> parents, long document) {
    return !parents.containsKey(document);
  }

  private static String words(String json) {
    return document(json).text();
  }

  private static long id(String json) {
    return document(json).id();
  }

  private static Document document(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Lines.Line(0, bytes, true).read().document().orElseThrow();
  }

  private static void save(JavaPairRDD<Long, String> lines, String folder) {
    lines.sortByKey().values().saveAsTextFile(folder);
  }
}
