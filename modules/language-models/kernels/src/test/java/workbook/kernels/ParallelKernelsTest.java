package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("On 1, 2, 3, 4 and 7 threads")
class ParallelKernelsTest {

  private final FloatKernels one = new VectorKernels();

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 4, 7})
  @DisplayName("products have the same bits, be they tall, wide, small or transposed")
  void products(int threads) {
    int[][] sizes = {{301, 67, 90}, {65, 300, 257}, {1, 1000, 513}, {900, 300, 1}, {5, 5, 5}};
    try (Team team = new Team(threads)) {
      FloatKernels parallel = new ParallelKernels(one, team);
      for (int[] size : sizes) {
        SplittableRandom random = new SplittableRandom(Floats.SEED);
        Matrix a = Matrix.of(Floats.odd(random, size[0] * size[1]), size[0], size[1]);
        Matrix b = Matrix.of(Floats.odd(random, size[1] * size[2]), size[2], size[1]).transposed();
        float[] expected = Floats.random(random, size[0] * size[2]);
        float[] actual = expected.clone();
        one.addProduct(a, b, Matrix.of(expected, size[0], size[2]));
        parallel.addProduct(a, b, Matrix.of(actual, size[0], size[2]));
        Floats.assertSameBits(
            "%d x %d x %d".formatted(size[0], size[1], size[2]), expected, actual);
      }
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 4})
  @DisplayName("products have the bits of plain loops, added to c or in its place")
  void plainLoops(int threads) {
    FloatKernels plain = new ScalarKernels();
    int[][] sizes = {{301, 67, 90}, {65, 300, 257}, {770, 40, 65}, {128, 600, 40}, {33, 0, 41}};
    try (Team team = new Team(threads)) {
      FloatKernels parallel = new ParallelKernels(one, team);
      for (int[] size : sizes) {
        SplittableRandom random = new SplittableRandom(Floats.SEED);
        float[] left = Floats.odd(random, size[0] * size[1]);
        float[] right = Floats.odd(random, size[1] * size[2]);
        float[] before = Floats.odd(random, size[0] * size[2]);
        for (Matrix a : bothWays(left, size[0], size[1])) {
          for (Matrix b : bothWays(right, size[1], size[2])) {
            String name = "%d x %d x %d, %s".formatted(size[0], size[1], size[2], a.right() == 1);
            float[] expected = before.clone();
            float[] actual = before.clone();
            plain.addProduct(a, b, Matrix.of(expected, size[0], size[2]));
            parallel.addProduct(a, b, Matrix.of(actual, size[0], size[2]));
            Floats.assertSameBits(name + ", added", expected, actual);
            plain.product(a, b, Matrix.of(expected, size[0], size[2]));
            parallel.product(a, b, Matrix.of(actual, size[0], size[2]));
            Floats.assertSameBits(name + ", in place", expected, actual);
          }
        }
      }
    }
  }

  /// The same floats, row by row and column by column.
  private static Matrix[] bothWays(float[] data, int rows, int columns) {
    return new Matrix[] {
      Matrix.of(data, rows, columns), Matrix.of(data, columns, rows).transposed()
    };
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 4, 7})
  @DisplayName("each number is served once, a little of work on the calling thread")
  void each(int threads) {
    try (Team team = new Team(threads)) {
      FloatKernels parallel = new ParallelKernels(one, team);
      for (int count : new int[] {0, 1, 5, 1000}) {
        for (long work : new long[] {10, 1_000_000}) {
          AtomicIntegerArray served = new AtomicIntegerArray(count);
          Set<Thread> by = ConcurrentHashMap.newKeySet();
          parallel.each(
              count,
              work,
              (kernels, from, to) -> {
                assertThat(kernels).as("kernels for one thread").isSameAs(one);
                by.add(Thread.currentThread());
                IntStream.range(from, to).forEach(served::incrementAndGet);
              });
          assertThat(IntStream.range(0, count).map(served::get)).allMatch(times -> times == 1);
          int shares = work == 10 ? 1 : Math.min(threads, count);
          assertThat(by).as("threads for %d numbers", count).hasSize(shares);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 4, 7})
  @DisplayName("batches have the same bits, and every product of them is done once")
  void batches(int threads) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    for (int count : new int[] {0, 1, 2, 13}) {
      float[] a = Floats.random(random, count * 33 * 70);
      float[] b = Floats.random(random, count * 70 * 41);
      float[] expected = Floats.random(random, count * 33 * 41);
      float[] actual = expected.clone();
      for (int i = 0; i < count; i++) {
        one.addProduct(nth(a, i, 33, 70), nth(b, i, 70, 41), nth(expected, i, 33, 41));
      }
      try (Team team = new Team(threads)) {
        new ParallelKernels(one, team)
            .addProducts(
                count, i -> nth(a, i, 33, 70), i -> nth(b, i, 70, 41), i -> nth(actual, i, 33, 41));
      }
      Floats.assertSameBits(count + " products, added", expected, actual);
      for (int i = 0; i < count; i++) {
        one.product(nth(a, i, 33, 70), nth(b, i, 70, 41), nth(expected, i, 33, 41));
      }
      try (Team team = new Team(threads)) {
        new ParallelKernels(one, team)
            .products(
                count, i -> nth(a, i, 33, 70), i -> nth(b, i, 70, 41), i -> nth(actual, i, 33, 41));
      }
      Floats.assertSameBits(count + " products, in place", expected, actual);
    }
  }

  @ParameterizedTest(name = "{0} threads, {1} terms")
  @CsvSource({"1, 70", "1, 300", "2, 70", "2, 300"})
  @DisplayName("batches may have a right factor in common, with more terms than are packed at once")
  void shared(int threads, int terms) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    float[] a = Floats.random(random, 5 * 33 * terms);
    Matrix often = Matrix.of(Floats.random(random, terms * 41), terms, 41);
    Matrix once = Matrix.of(Floats.random(random, terms * 41), terms, 41);
    float[] expected = new float[5 * 33 * 41];
    float[] actual = new float[5 * 33 * 41];
    for (int i = 0; i < 5; i++) {
      new Rows().addProduct(nth(a, i, 33, terms), i == 2 ? once : often, nth(expected, i, 33, 41));
    }
    try (Team team = new Team(threads)) {
      new ParallelKernels(one, team)
          .products(
              5,
              i -> nth(a, i, 33, terms),
              i -> i == 2 ? once : often,
              i -> nth(actual, i, 33, 41));
    }
    Floats.assertSameBits("5 products, 4 of them with one factor", expected, actual);
  }

  private static Matrix nth(float[] data, int i, int rows, int columns) {
    return new Matrix(data, i * rows * columns, rows, columns, columns, 1);
  }

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3, 4, 7})
  @DisplayName("functions and rows have the same bits, and nothing outside of the range is touched")
  void ranges(int threads) {
    int count = 203 * 107;
    float[] x = Floats.random(new SplittableRandom(Floats.SEED), count);
    float[] gain = Floats.random(new SplittableRandom(Floats.SEED), 107);
    try (Team team = new Team(threads)) {
      FloatKernels parallel = new ParallelKernels(one, team);
      assertSame("exp", count, (k, y) -> k.exp(x, y, 5, count - 3), parallel);
      assertSame("tanh", count, (k, y) -> k.tanh(x, y, 5, count - 3), parallel);
      assertSame("sigmoid", count, (k, y) -> k.sigmoid(x, y, 5, count - 3), parallel);
      assertSame("gelu", count, (k, y) -> k.gelu(x, y, 5, count - 3), parallel);
      float[] other = new float[count];
      assertSame("gelu, beside", count, (k, y) -> k.gelu(x, y, other, 5, count - 3), parallel);
      assertSame("gelu'", count, (k, y) -> k.gelu(x, other, y, 5, count - 3), parallel);
      assertSame("sum", count, (k, y) -> y[0] = k.sum(x, 0, count), parallel);
      assertSame("dot", count, (k, y) -> y[0] = k.dot(x, 0, x, 1, count - 1), parallel);
      assertSame("softmax", count, (k, y) -> k.softmax(x, y, 107, 1, 202), parallel);
      assertSame(
          "layer norm", count, (k, y) -> k.layerNorm(x, gain, gain, 1e-5f, y, 1, 202), parallel);
      assertSame(
          "layer norm's gradient",
          count,
          (k, y) -> k.layerNormGradient(x, gain, 1e-5f, x, other, y, false, 1, 202),
          parallel);
      assertSame(
          "the rows beside it",
          count,
          (k, y) -> k.layerNormGradient(x, gain, 1e-5f, x, y, other, true, 1, 202),
          parallel);
    }
  }

  private interface Operation {
    void run(FloatKernels kernels, float[] y);
  }

  private void assertSame(String name, int count, Operation operation, FloatKernels parallel) {
    float[] expected = new float[count];
    float[] actual = new float[count];
    operation.run(one, expected);
    operation.run(parallel, actual);
    Floats.assertSameBits(name, expected, actual);
    assertThat(expected).as("%s does something", name).isNotEqualTo(new float[count]);
  }

  @Test
  @DisplayName("a product replaces what c held; the sum adds to it")
  void product() {
    float[] dirty = {Float.NaN, 5, 7, 9};
    Matrix c = Matrix.of(dirty, 2, 2);
    Matrix identity = Matrix.of(new float[] {1, 0, 0, 1}, 2, 2);
    Matrix a = Matrix.of(new float[] {1, 2, 3, 4}, 2, 2);
    one.product(a, identity, c);
    assertThat(dirty).containsExactly(1, 2, 3, 4);
    one.addProduct(a, identity, c);
    assertThat(dirty).containsExactly(2, 4, 6, 8);
    one.product(a, identity, c.transposed());
    assertThat(dirty).containsExactly(1, 3, 2, 4);
  }
}
