package workbook.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/// Every operation, twice: on the tape in float, and in double as its definition says.
final class Cases {

  /// @param name that of the operation, then what is special
  /// @param shapes those of its inputs
  /// @param operation the operation under test
  /// @param definition what it should compute, of the same inputs; it has no gradient, so
  ///   differences of it are what gradients are held against
  record Case(String name, int[][] shapes, Operation operation, Definition definition) {

    /// Seeded numbers for the inputs. Those of a logarithm are positive. None is near 0, where a
    /// ReLU has a kink.
    float[][] numbers(SplittableRandom random) {
      return Arrays.stream(shapes)
          .map(shape -> {
            float[] x = new float[Shape.size(shape)];
            for (int i = 0; i < x.length; i++) {
              float size = 0.1f + 2 * random.nextFloat();
              x[i] = random.nextBoolean() || name.equals("log") ? size : -size;
            }
            return x;
          })
          .toArray(float[][]::new);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  interface Operation {
    Tensor apply(Tape tape, Tensor... x);
  }

  interface Definition {
    double[] apply(double[]... x);
  }

  /// The seed of dropout, here and there.
  private static final long SEED = 5;

  private static final int[] TARGETS = {1, 0, 4, 3};
  private static final int[] INDICES = {2, 0, 2, 4, 1, 2};

  static final List<Case> ALL =
      List.of(
          of("add", (t, x) -> t.add(x[0], x[1]), Cases::add, s(2, 3, 4), s(3, 4)),
          of("sub", (t, x) -> t.sub(x[0], x[1]), Cases::sub, s(5, 4), s(4)),
          of("mul", (t, x) -> t.mul(x[0], x[1]), Cases::mul, s(2, 3, 4), s(4)),
          of("scale", (t, x) -> t.scale(x[0], 2.5f), x -> map(x[0], v -> 2.5 * v), s(3, 4)),
          of("sum", (t, x) -> t.sum(x[0]), x -> sums(x[0], 1, 35, 1), s(7, 5)),
          of("mean", (t, x) -> t.mean(x[0]), x -> map(sums(x[0], 1, 35, 1), v -> v / 35), s(7, 5)),
          of("sum axis 1", (t, x) -> t.sum(x[0], 1), x -> sums(x[0], 2, 3, 4), s(2, 3, 4)),
          of(
              "mean axis 0",
              (t, x) -> t.mean(x[0], 0),
              x -> map(sums(x[0], 1, 5, 4), v -> v / 5),
              s(5, 4)),
          of("exp", (t, x) -> t.exp(x[0]), x -> map(x[0], Math::exp), s(4, 9)),
          of("log", (t, x) -> t.log(x[0]), x -> map(x[0], Math::log), s(4, 9)),
          of("tanh", (t, x) -> t.tanh(x[0]), x -> map(x[0], Math::tanh), s(4, 9)),
          of("sigmoid", (t, x) -> t.sigmoid(x[0]), x -> map(x[0], Cases::sigmoid), s(4, 9)),
          of(
              "logSigmoid",
              (t, x) -> t.logSigmoid(x[0]),
              x -> map(x[0], v -> Math.log(sigmoid(v))),
              s(4, 9)),
          of("relu", (t, x) -> t.relu(x[0]), x -> map(x[0], v -> Math.max(v, 0)), s(4, 9)),
          of("gelu", (t, x) -> t.gelu(x[0]), x -> map(x[0], v -> v * normal(v)), s(4, 9)),
          of(
              "matmul",
              (t, x) -> t.matmul(x[0], x[1]),
              x -> products(x, 1, 5, 3, 4, false),
              s(5, 3),
              s(3, 4)),
          of(
              "matmul shared",
              (t, x) -> t.matmul(x[0], x[1]),
              x -> products(x, 1, 6, 4, 5, false),
              s(2, 3, 4),
              s(4, 5)),
          of(
              "matmul batched",
              (t, x) -> t.matmul(x[0], x[1]),
              x -> products(x, 6, 4, 5, 2, false),
              s(2, 3, 4, 5),
              s(2, 3, 5, 2)),
          of(
              "matmulTransposed",
              (t, x) -> t.matmulTransposed(x[0], x[1]),
              x -> products(x, 1, 5, 3, 4, true),
              s(5, 3),
              s(4, 3)),
          of(
              "matmulTransposed batched",
              (t, x) -> t.matmulTransposed(x[0], x[1]),
              x -> products(x, 2, 4, 5, 3, true),
              s(2, 4, 5),
              s(2, 3, 5)),
          of(
              "layerNorm",
              (t, x) -> t.layerNorm(x[0], x[1], x[2]),
              x -> layerNorm(1e-5, x),
              s(2, 4, 6),
              s(6),
              s(6)),
          of(
              "layerNorm epsilon",
              (t, x) -> t.layerNorm(x[0], x[1], x[2], 0.25f),
              x -> layerNorm(0.25, x),
              s(2, 4, 6),
              s(6),
              s(6)),
          of("softmax", (t, x) -> t.softmax(x[0]), x -> softmax(x[0], 7), s(4, 7)),
          of(
              "crossEntropy",
              (t, x) -> t.crossEntropy(x[0], TARGETS),
              x -> crossEntropy(x[0], 5),
              s(4, 5)),
          of(
              "embedding",
              (t, x) -> t.embedding(x[0], INDICES, 2, 3),
              x -> pick(18, i -> x[0][INDICES[i / 3] * 3 + i % 3]),
              s(5, 3)),
          of(
              "dropout",
              (t, x) -> t.dropout(x[0], 0.4, new SplittableRandom(SEED)),
              x -> dropout(x[0]),
              s(4, 9)),
          of("reshape", (t, x) -> t.reshape(x[0], 4, 6), x -> x[0].clone(), s(2, 3, 4)),
          of(
              "transpose",
              (t, x) -> t.transpose(x[0], 1, 3),
              // [2, 3, 2, 4] to [2, 4, 2, 3]: element (a, b, c, d) comes from (a, d, c, b).
              x -> pick(48, i -> x[0][i / 24 * 24 + i % 3 * 8 + i / 3 % 2 * 4 + i / 6 % 4]),
              s(2, 3, 2, 4)),
          of(
              "slice",
              (t, x) -> t.slice(x[0], 1, 1, 3),
              x -> pick(12, i -> x[0][i / 6 * 12 + 3 + i % 6]),
              s(2, 4, 3)),
          of(
              "concat",
              (t, x) -> t.concat(1, x[0], x[1], x[2]),
              x -> pick(36, i -> concat(x, i / 18, i % 18)),
              s(2, 1, 3),
              s(2, 2, 3),
              s(2, 3, 3)),
          of(
              "stack",
              (t, x) -> t.stack(1, x[0], x[1]),
              // [3, 2, 4]
              x -> pick(24, i -> x[i / 4 % 2][i / 8 * 4 + i % 4]),
              s(3, 4),
              s(3, 4)));

  private Cases() {}

  private static Case of(String name, Operation operation, Definition definition, int[]... shapes) {
    return new Case(name, shapes, operation, definition);
  }

  private static int[] s(int... shape) {
    return shape;
  }

  private static double[] add(double[]... x) {
    return pick(x[0].length, i -> x[0][i] + x[1][i % x[1].length]);
  }

  private static double[] sub(double[]... x) {
    return pick(x[0].length, i -> x[0][i] - x[1][i % x[1].length]);
  }

  private static double[] mul(double[]... x) {
    return pick(x[0].length, i -> x[0][i] * x[1][i % x[1].length]);
  }

  private static double[] map(double[] x, DoubleUnaryOperator function) {
    return Arrays.stream(x).map(function).toArray();
  }

  private interface Element {
    double at(int index);
  }

  private static double[] pick(int count, Element element) {
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      y[i] = element.at(i);
    }
    return y;
  }

  /// The sums over the middle axis of [outer, n, inner].
  private static double[] sums(double[] x, int outer, int n, int inner) {
    double[] y = new double[outer * inner];
    for (int o = 0; o < outer; o++) {
      for (int k = 0; k < n; k++) {
        for (int i = 0; i < inner; i++) {
          y[o * inner + i] += x[(o * n + k) * inner + i];
        }
      }
    }
    return y;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  /// The distribution function of the standard normal, by its Taylor series: x^(2k+1) / (1 · 3 · 5
  /// ... (2k+1)) times the density, added to a half.
  private static double normal(double x) {
    double term = x;
    double sum = 0;
    for (int k = 1; k < 200; k++) {
      sum += term;
      term *= x * x / (2 * k + 1);
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  private static double[] products(
      double[][] x, int count, int rows, int inner, int columns, boolean transposed) {
    double[] y = new double[count * rows * columns];
    for (int m = 0; m < count; m++) {
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          for (int k = 0; k < inner; k++) {
            int b = transposed ? j * inner + k : k * columns + j;
            y[(m * rows + i) * columns + j] +=
                x[0][(m * rows + i) * inner + k] * x[1][m * inner * columns + b];
          }
        }
      }
    }
    return y;
  }

  private static double[] layerNorm(double epsilon, double[]... x) {
    int n = x[1].length;
    double[] y = new double[x[0].length];
    for (int start = 0; start < y.length; start += n) {
      double[] row = Arrays.copyOfRange(x[0], start, start + n);
      double mean = Arrays.stream(row).average().orElseThrow();
      double variance =
          Arrays.stream(row).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      for (int j = 0; j < n; j++) {
        y[start + j] = (row[j] - mean) / Math.sqrt(variance + epsilon) * x[1][j] + x[2][j];
      }
    }
    return y;
  }

  private static double[] softmax(double[] x, int n) {
    double[] e = map(x, Math::exp);
    double[] sums = sums(e, x.length / n, n, 1);
    return pick(x.length, i -> e[i] / sums[i / n]);
  }

  private static double[] crossEntropy(double[] x, int n) {
    double[] p = softmax(x, n);
    double sum = 0;
    for (int row = 0; row < TARGETS.length; row++) {
      sum -= Math.log(p[row * n + TARGETS[row]]);
    }
    return new double[] {sum / TARGETS.length};
  }

  private static double[] dropout(double[] x) {
    SplittableRandom random = new SplittableRandom(SEED);
    return map(x, v -> random.nextDouble() < 0.4 ? 0 : v / 0.6);
  }

  /// Element `i` of row `row` of three blocks that are 3, 6 and 9 wide.
  private static double concat(double[][] x, int row, int i) {
    return i < 3 ? x[0][row * 3 + i] : i < 9 ? x[1][row * 6 + i - 3] : x[2][row * 9 + i - 9];
  }
}
