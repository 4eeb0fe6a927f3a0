package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("Every rung of the ladder")
class MultiplicationTest {

  /// Those that round the product before they add it.
  private static final Map<String, Multiplication> TWO_ROUNDINGS = new LinkedHashMap<>();

  /// Those with one rounding: a fused multiply-add.
  private static final Map<String, Multiplication> ONE_ROUNDING = new LinkedHashMap<>();

  /// Sizes m, k, n: nothing, one, around vectors, tiles, blocks and slices; `b` that is a panel
  /// already.
  private static final int[][] SIZES = {
    {0, 3, 2},
    {3, 0, 2},
    {2, 3, 0},
    {1, 1, 1},
    {1, 5, 1},
    {2, 3, 4},
    {7, 9, 31},
    {8, 16, 32},
    {9, 17, 33},
    {8, 1, 64},
    {64, 64, 64},
    {65, 63, 66},
    {13, 257, 40},
    {5, 513, 3},
    {100, 7, 129},
    {24, 40, 49},
    {521, 12, 17},
    {9, 300, 32},
    {9, 300, 16},
  };

  static {
    TWO_ROUNDINGS.put("naive", new Naive());
    TWO_ROUNDINGS.put("reordered", new Reordered());
    TWO_ROUNDINGS.put("blocked", new Blocked());
    ONE_ROUNDING.put("rows", new Rows());
    ONE_ROUNDING.put("vectorised", new Vectorised());
    ONE_ROUNDING.put("tiled, 8 x 2", new Tiled(new Tile8x2()));
    ONE_ROUNDING.put("tiled, 6 x 2", new Tiled(new Tile6x2()));
    ONE_ROUNDING.put("tiled, as this machine has it", new Tiled());
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SIZES")
  @DisplayName("gives what EJML gives in double, as near as k roundings allow")
  void ejml(int[] size) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    Matrix a = Floats.matrix(random, size[0], size[1]);
    Matrix b = Floats.matrix(random, size[1], size[2]);
    float[] before = Floats.random(random, size[0] * size[2]);
    DMatrixRMaj expected = doubles(Matrix.of(before, size[0], size[2]));
    CommonOps_DDRM.multAdd(doubles(a), doubles(b), expected);
    all()
        .forEach((name, rung) -> {
          Matrix c = Matrix.of(before.clone(), size[0], size[2]);
          rung.addProduct(a, b, c);
          for (int i = 0; i < size[0]; i++) {
            for (int j = 0; j < size[2]; j++) {
              // A sum of k products is off by k + 1 units of 2^-24 of the sum of their sizes, and
              // a little: Higham, Accuracy and Stability of Numerical Algorithms, section 3.1.
              double terms = Math.abs(before[i * size[2] + j]);
              for (int k = 0; k < size[1]; k++) {
                terms += Math.abs((double) a.get(i, k) * b.get(k, j));
              }
              assertThat(Math.abs(c.get(i, j) - expected.get(i, j)))
                  .as("%s, seed %d, c(%d, %d)", name, Floats.SEED, i, j)
                  .isLessThanOrEqualTo((size[1] + 2) * 0x1.01p-24 * terms);
            }
          }
        });
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SIZES")
  @DisplayName("gives the same bits as those with as many roundings, odd numbers and all")
  void sameBits(int[] size) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    Matrix a = Matrix.of(Floats.odd(random, size[0] * size[1]), size[0], size[1]);
    Matrix b = Matrix.of(Floats.odd(random, size[1] * size[2]), size[1], size[2]);
    float[] before = Floats.odd(random, size[0] * size[2]);
    for (Map<String, Multiplication> rungs : List.of(TWO_ROUNDINGS, ONE_ROUNDING)) {
      float[] expected = before.clone();
      boolean fused = rungs == ONE_ROUNDING;
      for (int i = 0; i < size[0]; i++) {
        for (int j = 0; j < size[2]; j++) {
          float sum = before[i * size[2] + j];
          for (int k = 0; k < size[1]; k++) {
            float x = a.get(i, k);
            float y = b.get(k, j);
            sum = fused ? Math.fma(x, y, sum) : sum + x * y;
          }
          expected[i * size[2] + j] = sum;
        }
      }
      rungs.forEach((name, rung) -> {
        float[] c = before.clone();
        rung.addProduct(a, b, Matrix.of(c, size[0], size[2]));
        Floats.assertSameBits(name + ", seed " + Floats.SEED, expected, c);
      });
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SIZES")
  @DisplayName("takes transposed matrices and parts of larger ones, and writes into such")
  void strides(int[] size) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    Matrix a = Floats.transposedPart(random, size[0], size[1]);
    Matrix b = Floats.transposedPart(random, size[1], size[2]);
    float[] surroundings = Floats.random(random, (size[2] + 3) * (size[0] + 2));
    Map<String, Multiplication> rungs = all();
    rungs.remove("vectorised");
    float[] expected = null;
    for (Map.Entry<String, Multiplication> rung : rungs.entrySet()) {
      float[] data = surroundings.clone();
      Matrix c =
          Matrix.of(data, size[2] + 3, size[0] + 2)
              .part(1, size[2] + 1, 2, size[0] + 2)
              .transposed();
      rung.getValue().addProduct(a, b, c);
      if (expected == null) {
        expected = data;
      }
      Floats.assertClose(rung.getKey(), expected, data, 1e-5, 1e-2);
      for (int i = 0; i < data.length; i++) {
        int row = i / (size[0] + 2);
        int column = i % (size[0] + 2);
        if (row < 1 || row > size[2] || column < 2) {
          assertThat(data[i]).as("%s: outside of c", rung.getKey()).isEqualTo(surroundings[i]);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SIZES")
  @DisplayName("gives these bits however a, b and c lie in memory")
  void sameBitsOfViews(int[] size) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    Map<String, Multiplication> rungs = new LinkedHashMap<>(ONE_ROUNDING);
    rungs.remove("vectorised"); // It wants rows in one piece.
    for (Lie a : Lie.values()) {
      for (Lie b : Lie.values()) {
        for (Lie c : Lie.values()) {
          Matrix left = a.matrix(random, size[0], size[1]);
          Matrix right = b.matrix(random, size[1], size[2]);
          Matrix start = c.matrix(random, size[0], size[2]);
          float[] expected = start.data().clone();
          addProduct(left, right, on(expected, start));
          rungs.forEach((name, rung) -> {
            float[] actual = start.data().clone();
            rung.addProduct(left, right, on(actual, start));
            Floats.assertSameBits(
                "%s, a %s, b %s, c %s, seed %d".formatted(name, a, b, c, Floats.SEED),
                expected,
                actual);
          });
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("SIZES")
  @DisplayName("the kernels copy a matrix, however both lie, and nothing beside it")
  void copies(int[] size) {
    SplittableRandom random = new SplittableRandom(Floats.SEED);
    for (Lie from : Lie.values()) {
      for (Lie to : Lie.values()) {
        Matrix a = from.matrix(random, size[0], size[2]);
        Matrix b = to.matrix(random, size[0], size[2]);
        float[] expected = b.data().clone();
        for (int i = 0; i < size[0]; i++) {
          for (int j = 0; j < size[2]; j++) {
            on(expected, b).set(i, j, a.get(i, j));
          }
        }
        for (FloatKernels kernels : List.of(new ScalarKernels(), new VectorKernels())) {
          float[] actual = b.data().clone();
          kernels.copy(a, on(actual, b));
          Floats.assertSameBits(from + " to " + to + ", " + kernels, expected, actual);
        }
      }
    }
  }

  @Test
  @DisplayName("the kernels do not copy to another size, and name both")
  void copyOfAnotherSize() {
    for (FloatKernels kernels : List.of(new ScalarKernels(), new VectorKernels())) {
      assertThatThrownBy(() -> kernels.copy(Matrix.zeros(2, 3), Matrix.zeros(3, 2)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a matrix of 2 x 3 cannot be copied to one of 3 x 2");
    }
  }

  /// How a matrix lies inside a larger array.
  enum Lie {
    ROW_BY_ROW,
    COLUMN_BY_COLUMN,
    SPREAD;

    Matrix matrix(SplittableRandom random, int rows, int columns) {
      int down =
          switch (this) {
            case ROW_BY_ROW -> columns + 3;
            case COLUMN_BY_COLUMN -> 1;
            case SPREAD -> 3;
          };
      int right = this == ROW_BY_ROW ? 1 : 3 * rows + 2;
      return new Matrix(
          Floats.odd(random, 5 + rows * down + columns * right), 5, rows, columns, down, right);
    }
  }

  private static Matrix on(float[] data, Matrix like) {
    return new Matrix(data, like.at(), like.rows(), like.columns(), like.down(), like.right());
  }

  /// The contract, in the plainest way: the terms in the order of k, each fused.
  private static void addProduct(Matrix a, Matrix b, Matrix c) {
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        for (int k = 0; k < a.columns(); k++) {
          c.set(i, j, Math.fma(a.get(i, k), b.get(k, j), c.get(i, j)));
        }
      }
    }
  }

  @Test
  @DisplayName("refuses sizes that do not fit, and names them")
  void sizes() {
    all()
        .forEach((name, rung) -> {
          assertThatThrownBy(
                  () -> rung.addProduct(Matrix.zeros(2, 3), Matrix.zeros(4, 5), Matrix.zeros(2, 5)))
              .as(name)
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessage("(2 x 3) times (4 x 5) does not give (2 x 5)");
          assertThatThrownBy(
                  () -> rung.addProduct(Matrix.zeros(2, 3), Matrix.zeros(3, 5), Matrix.zeros(5, 2)))
              .as(name)
              .hasMessage("(2 x 3) times (3 x 5) does not give (5 x 2)");
        });
  }

  @Test
  @DisplayName("the vectorised loops say that they need rows in one piece")
  void vectorised() {
    Matrix square = Matrix.zeros(4, 4);
    assertThatThrownBy(() -> new Vectorised().addProduct(square, square.transposed(), square))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the rows of b and of c must lie in one piece");
  }

  private static Map<String, Multiplication> all() {
    Map<String, Multiplication> rungs = new LinkedHashMap<>(TWO_ROUNDINGS);
    rungs.putAll(ONE_ROUNDING);
    return rungs;
  }

  private static DMatrixRMaj doubles(Matrix matrix) {
    DMatrixRMaj doubles = new DMatrixRMaj(matrix.rows(), matrix.columns());
    for (int i = 0; i < matrix.rows(); i++) {
      for (int j = 0; j < matrix.columns(); j++) {
        doubles.set(i, j, matrix.get(i, j));
      }
    }
    return doubles;
  }
}
