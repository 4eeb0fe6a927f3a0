package workbook.recurrent;

import java.util.List;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.kernels.Matrix;

/// What an [Unrolled] cell adds to the gradients of its weights: sums over all texts and steps.
///
/// The terms come in the order of the tape: for the recurrent weights the last step comes first, as
/// on the way back; for those of the inputs, which the tape treats in one product, the first.
final class WeightGradients {

  private final Weights weights;
  private final Tensor inputs;
  private final List<Sequence> parts;
  private final int steps;
  private final int width;

  /// @param parts all texts, after the way back through them
  WeightGradients(Weights weights, Tensor inputs, List<Sequence> parts) {
    this.weights = weights;
    this.inputs = inputs;
    this.parts = parts;
    steps = inputs.size(0);
    width = weights.width();
  }

  /// Adds to the rows `from` to `to - 1` of U, and of its bias.
  ///
  /// @param start h before the first step
  /// @param y h after each step
  void addRecurrent(FloatKernels kernels, float[] start, float[] y, int from, int to) {
    for (int time = steps - 1; time >= 0; time--) {
      for (Sequence part : parts) {
        Matrix h = time == 0 ? part.rows(start, 0) : part.rows(y, time - 1);
        float[][] d = part.gradientOfState(time);
        add(kernels, part, d, h, weights.recurrent(), weights.recurrentBias(), from, to);
      }
    }
  }

  /// Adds to the rows `from` to `to - 1` of W, and of its bias.
  void addInput(FloatKernels kernels, int from, int to) {
    for (int time = 0; time < steps; time++) {
      for (Sequence part : parts) {
        Matrix x = part.input(inputs.data(), time);
        float[][] d = part.gradientOfInput(time);
        add(kernels, part, d, x, weights.input(), weights.inputBias(), from, to);
      }
    }
  }

  private void add(
      FloatKernels kernels,
      Sequence part,
      float[][] d,
      Matrix factor,
      Tensor matrix,
      Tensor bias,
      int from,
      int to) {
    int first = from / width;
    int gates = Math.ceilDiv(to, width) - first;
    if (matrix.hasGradient()) {
      Matrix all = Matrix.of(matrix.gradient(), matrix.size(0), matrix.size(1));
      kernels.addProducts(
          gates,
          i -> part.state(d[first + i]).rows(low(first + i, from), high(first + i, to)),
          _ -> factor,
          i -> ofGate(all, first + i).rows(low(first + i, from), high(first + i, to)));
    }
    if (bias.hasGradient()) {
      float[] sums = bias.gradient();
      for (int gate = first; gate < first + gates; gate++) {
        sum(d[gate], part.rows, low(gate, from), high(gate, to), sums, gate * width);
      }
    }
  }

  private Matrix ofGate(Matrix all, int gate) {
    return all.rows(gate * width, (gate + 1) * width);
  }

  private int low(int gate, int from) {
    return Math.max(0, from - gate * width);
  }

  private int high(int gate, int to) {
    return Math.min(width, to - gate * width);
  }

  /// Adds the rows `from` to `to - 1`, each from left to right. Four at a time: each waits for its
  /// own sum only.
  private static void sum(float[] d, int columns, int from, int to, float[] sums, int at) {
    int row = from;
    for (; row + 4 <= to; row += 4) {
      int start = row * columns;
      float s0 = sums[at + row];
      float s1 = sums[at + row + 1];
      float s2 = sums[at + row + 2];
      float s3 = sums[at + row + 3];
      for (int j = 0; j < columns; j++) {
        s0 += d[start + j];
        s1 += d[start + columns + j];
        s2 += d[start + 2 * columns + j];
        s3 += d[start + 3 * columns + j];
      }
      sums[at + row] = s0;
      sums[at + row + 1] = s1;
      sums[at + row + 2] = s2;
      sums[at + row + 3] = s3;
    }
    for (; row < to; row++) {
      for (int j = 0; j < columns; j++) {
        sums[at + row] += d[row * columns + j];
      }
    }
  }
}
