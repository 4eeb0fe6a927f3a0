package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "inference/5",
    title = "The cache of keys and values",
    hints = {
      "A key and a value depend on their own place only: once computed, they never change. Where "
          + "does a call get its place from?",
      "Keep the keys rotated, each to its own place. The new key and value go into the cache before "
          + "the query looks: a place sees itself. Copy what you keep.",
      "Two lists, keys and values. In next: place = keys.size(); query = "
          + "rotated(projections.query(x), place); add rotated(projections.key(x), place) and "
          + "projections.value(x).clone(); then the loop of recomputed over the lists."
    },
    chinese =
        @Exercise.Chinese(
            title = "键值缓存",
            hints = {
              "键和值只取决于自己的位置：算过一次就不会再变。一次调用怎么知道自己在哪个位置？",
              "键旋转到各自的位置后再存。新的键和值要在查询之前放进缓存：一个位置看得见自己。存的要是副本。",
              "两个列表 keys 和 values。在 next 里：place = keys.size()；query = "
                  + "rotated(projections.query(x), place)；加入 rotated(projections.key(x), place) 和 "
                  + "projections.value(x).clone()；然后对列表做 recomputed 里的循环。"
            }))
@DisplayName("Exercise 5: the cache of keys and values")
class CachedHeadTest {

  private static final int WIDTH = 4;

  /// Random matrices, and how often each was used. The values are `x` itself, in its own array.
  private static final class Counted implements CachedHead.Projections {

    private final double[][] query;
    private final double[][] key;
    private int queries;
    private int keys;
    private int values;

    Counted(long seed) {
      Random random = new Random(seed);
      query = matrix(random);
      key = matrix(random);
    }

    private static double[][] matrix(Random random) {
      double[][] matrix = new double[WIDTH][WIDTH];
      for (double[] row : matrix) {
        for (int i = 0; i < WIDTH; i++) {
          row[i] = random.nextGaussian();
        }
      }
      return matrix;
    }

    @Override
    public double[] query(double[] x) {
      queries++;
      return product(query, x);
    }

    @Override
    public double[] key(double[] x) {
      keys++;
      return product(key, x);
    }

    @Override
    public double[] value(double[] x) {
      values++;
      return x;
    }

    static double[] product(double[][] matrix, double[] x) {
      double[] y = new double[WIDTH];
      for (int i = 0; i < WIDTH; i++) {
        for (int j = 0; j < WIDTH; j++) {
          y[i] += matrix[i][j] * x[j];
        }
      }
      return y;
    }
  }

  /// By complex numbers, and not by the method that the learner has.
  private static double score(double[] query, double[] key, int distance) {
    double sum = 0;
    for (int i = 0; i < WIDTH / 2; i++) {
      double angle = distance * Math.pow(10_000, -2.0 * i / WIDTH);
      double a = query[i];
      double b = query[i + WIDTH / 2];
      double c = key[i];
      double d = key[i + WIDTH / 2];
      // The real part of (a + bi)(c - di) e^(i angle).
      sum += (a * c + b * d) * Math.cos(angle) - (b * c - a * d) * Math.sin(angle);
    }
    return sum / Math.sqrt(WIDTH);
  }

  private static double[] expected(Counted head, double[][] xs, int last) {
    double[] query = Counted.product(head.query, xs[last]);
    double[] found = new double[WIDTH];
    double sum = 0;
    for (int place = 0; place <= last; place++) {
      double[] key = Counted.product(head.key, xs[place]);
      double weight = Math.exp(score(query, key, last - place));
      sum += weight;
      for (int i = 0; i < WIDTH; i++) {
        found[i] += weight * xs[place][i];
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      found[i] /= sum;
    }
    return found;
  }

  private static double[][] rows(long seed, int count) {
    Random random = new Random(seed);
    double[][] rows = new double[count][WIDTH];
    for (double[] row : rows) {
      for (int i = 0; i < WIDTH; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("gives at every place what comes out without one")
  void same(long seed) {
    Counted head = new Counted(seed);
    CachedHead cached = new CachedHead(head);
    double[][] xs = rows(seed, 12);
    for (int place = 0; place < xs.length; place++) {
      Compared.assertRow(
          "seed %d, place %d".formatted(seed, place),
          expected(head, xs, place),
          cached.next(xs[place].clone()));
    }
  }

  @Test
  @DisplayName("reads a text of 300 places")
  void longText() {
    Counted head = new Counted(6);
    CachedHead cached = new CachedHead(head);
    double[][] xs = rows(6, 300);
    for (int place = 0; place < xs.length; place++) {
      Compared.assertRow(
          "300 places, place " + place, expected(head, xs, place), cached.next(xs[place].clone()));
    }
  }

  @Test
  @DisplayName("gives as many numbers as a value has, which may be fewer than a key has")
  void shortValues() {
    Counted head = new Counted(7);
    CachedHead cached =
        new CachedHead(
            new CachedHead.Projections() {
              @Override
              public double[] query(double[] x) {
                return head.query(x);
              }

              @Override
              public double[] key(double[] x) {
                return head.key(x);
              }

              @Override
              public double[] value(double[] x) {
                return Arrays.copyOf(x, 2);
              }
            });
    double[][] xs = rows(7, 3);
    for (int place = 0; place < xs.length; place++) {
      Compared.assertRow(
          "values of two numbers, place " + place,
          Arrays.copyOf(expected(head, xs, place), 2),
          cached.next(xs[place].clone()));
    }
  }

  @Test
  @DisplayName("asks each matrix once for each place")
  void counted() {
    Counted head = new Counted(1);
    CachedHead cached = new CachedHead(head);
    for (double[] x : rows(1, 10)) {
      cached.next(x);
    }
    assertThat(head.queries + " " + head.keys + " " + head.values)
        .withFailMessage(
            "10 places: expected 10 queries, 10 keys and 10 values computed but was %d, %d and %d",
            head.queries, head.keys, head.values)
        .isEqualTo("10 10 10");
  }

  @Test
  @DisplayName("is not changed by what the caller writes into the array later")
  void reused() {
    Counted head = new Counted(4);
    CachedHead cached = new CachedHead(head);
    double[][] xs = rows(4, 5);
    double[] array = new double[WIDTH];
    for (int place = 0; place < xs.length; place++) {
      System.arraycopy(xs[place], 0, array, 0, WIDTH);
      Compared.assertRow(
          "one array for all rows, place " + place, expected(head, xs, place), cached.next(array));
    }
  }

  @Test
  @DisplayName("belongs to one text: a second head begins at place 0")
  void separate() {
    Counted head = new Counted(5);
    double[][] xs = rows(5, 2);
    CachedHead first = new CachedHead(head);
    first.next(xs[0].clone());
    first.next(xs[1].clone());
    Compared.assertRow(
        "a second head, place 0", expected(head, xs, 0), new CachedHead(head).next(xs[0].clone()));
  }
}
