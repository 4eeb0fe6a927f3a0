package workbook.inference;

import workbook.kernels.FloatKernels;

/// Weights of 32 bits.
///
/// @param numbers row by row
public record FloatWeights(float[] numbers, int outputs, int inputs) implements Weights {

  @Override
  public void multiply(float[] x, float[] y) {
    for (int output = 0; output < outputs; output++) {
      y[output] = FloatKernels.best().dot(numbers, output * inputs, x, 0, inputs);
    }
  }

  @Override
  public void row(int row, float[] to) {
    System.arraycopy(numbers, row * inputs, to, 0, inputs);
  }

  @Override
  public long bytes() {
    return (long) numbers.length * Float.BYTES;
  }
}
