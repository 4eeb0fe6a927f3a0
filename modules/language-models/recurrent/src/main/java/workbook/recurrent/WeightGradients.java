package workbook.recurrent;

import java.util.List;
import java.util.stream.IntStream;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// What an [Unrolled] cell adds to the gradients of its weights: sums over all texts and steps.
///
/// A step alone gives a product with as many terms as there are texts, few for the work of reading
/// and writing the gradient. So the texts of several steps are put side by side. The terms come in
/// the order of the tape: for the recurrent weights the last step comes first, as on the way back;
/// for those of the inputs, which the tape treats in one product, the first.
final class WeightGradients {

  /// About as many terms go into a product.
  private static final int TERMS = 256;

  private final Tape tape;
  private final Weights weights;
  private final Tensor inputs;
  private final List<Sequence> parts;
  private final int steps;
  private final int rows;
  private final int width;

  /// Steps to a product.
  private final int together;

  /// @param parts all texts, after the way back through them
  WeightGradients(Tape tape, Weights weights, Tensor inputs, List<Sequence> parts) {
    this.tape = tape;
    this.weights = weights;
    this.inputs = inputs;
    this.parts = parts;
    steps = inputs.size(0);
    rows = inputs.size(1);
    width = weights.width();
    together = Math.max(1, TERMS / rows);
  }

  /// Adds to the rows `from` to `to - 1` of U, and of its bias.
  ///
  /// @param start h before the first step
  /// @param y h after each step
  void addRecurrent(FloatKernels kernels, float[] start, float[] y, int from, int to) {
    int size = rows * width;
    for (int last = steps; last > 0; last -= together) {
      int end = last;
      int[] times = IntStream.range(0, Math.min(together, end)).map(i -> end - 1 - i).toArray();
      float[] h = tape.room(times.length * size);
      for (int i = 0; i < times.length; i++) {
        if (times[i] == 0) {
          System.arraycopy(start, 0, h, i * size, size);
        } else {
          System.arraycopy(y, (times[i] - 1) * size, h, i * size, size);
        }
      }
      Matrix d = sideBySide(times, Sequence::gradientOfState, from, to);
      Matrix factor = Matrix.of(h, times.length * rows, width);
      add(kernels, d, factor, weights.recurrent(), weights.recurrentBias(), from);
    }
  }

  /// Adds to the rows `from` to `to - 1` of W, and of its bias.
  void addInput(FloatKernels kernels, int from, int to) {
    Matrix x = Matrix.of(inputs.data(), steps * rows, inputs.size(2));
    for (int first = 0; first < steps; first += together) {
      int end = Math.min(first + together, steps);
      Matrix d =
          sideBySide(IntStream.range(first, end).toArray(), Sequence::gradientOfInput, from, to);
      Matrix factor = x.rows(first * rows, end * rows);
      add(kernels, d, factor, weights.input(), weights.inputBias(), from);
    }
  }

  /// A gradient of a part's gates at a step.
  @FunctionalInterface
  private interface Of {
    float[][] at(Sequence part, int time);
  }

  /// The rows `from` to `to - 1` of all gates, one gate under the other; as columns all texts, step
  /// after step.
  private Matrix sideBySide(int[] times, Of of, int from, int to) {
    int columns = times.length * rows;
    float[] d = tape.room((to - from) * columns);
    for (int i = 0; i < times.length; i++) {
      for (Sequence part : parts) {
        float[][] gates = of.at(part, times[i]);
        int at = i * rows + part.given.from();
        for (int row = from; row < to; row++) {
          int start = row % width * part.rows;
          System.arraycopy(gates[row / width], start, d, at, part.rows);
          at += columns;
        }
      }
    }
    return Matrix.of(d, to - from, columns);
  }

  private static void add(
      FloatKernels kernels, Matrix d, Matrix factor, Tensor matrix, Tensor bias, int from) {
    if (matrix.hasGradient()) {
      int columns = factor.columns();
      kernels.addProduct(
          d, factor, new Matrix(matrix.gradient(), from * columns, d.rows(), columns, columns, 1));
    }
    if (bias.hasGradient()) {
      // The sums over the texts, in their order: a product with ones.
      Matrix ones = new Matrix(new float[] {1}, 0, d.columns(), 1, 0, 0);
      kernels.addProduct(d, ones, new Matrix(bias.gradient(), from, d.rows(), 1, 1, 1));
    }
  }
}
