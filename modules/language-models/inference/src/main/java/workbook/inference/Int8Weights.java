package workbook.inference;

import workbook.kernels.FloatKernels;

/// Weights of 8 bits and a scale for each row: w ≈ scale · q with whole q from -127 to 127
/// (symmetric absmax quantisation). The largest weight of a row becomes ±127, so no weight is off
/// by more than half a scale.
public final class Int8Weights implements Weights {

  /// -128 is not used: what is rounded is symmetric.
  static final int LARGEST = 127;

  private final byte[] numbers;
  private final float[] scales;
  private final int inputs;
  private final float[] row;

  private Int8Weights(byte[] numbers, float[] scales, int inputs) {
    this.numbers = numbers;
    this.scales = scales;
    this.inputs = inputs;
    this.row = new float[inputs];
  }

  /// With a scale for each row.
  public static Int8Weights perRow(float[] weights, int outputs, int inputs) {
    float[] scales = new float[outputs];
    for (int output = 0; output < outputs; output++) {
      scales[output] = scale(weights, output * inputs, (output + 1) * inputs);
    }
    return new Int8Weights(rounded(weights, scales, inputs), scales, inputs);
  }

  /// With one scale for all: a single large weight makes all others coarse.
  public static Int8Weights perTensor(float[] weights, int outputs, int inputs) {
    float[] scales = new float[outputs];
    java.util.Arrays.fill(scales, scale(weights, 0, weights.length));
    return new Int8Weights(rounded(weights, scales, inputs), scales, inputs);
  }

  private static float scale(float[] weights, int from, int to) {
    float largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(weights[i]));
    }
    return largest / LARGEST;
  }

  /// Halves go to the even neighbour, as in NumPy and PyTorch. A row of zeros has the scale 0.
  private static byte[] rounded(float[] weights, float[] scales, int inputs) {
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      float scale = scales[i / inputs];
      rounded[i] = scale == 0 ? 0 : (byte) Math.rint(weights[i] / scale);
    }
    return rounded;
  }

  @Override
  public int outputs() {
    return scales.length;
  }

  @Override
  public int inputs() {
    return inputs;
  }

  /// The scale is taken out of the sum: it is the same for all of a row.
  @Override
  public void multiply(float[] x, float[] y) {
    for (int output = 0; output < scales.length; output++) {
      widen(output, row);
      y[output] = scales[output] * FloatKernels.best().dot(row, 0, x, 0, inputs);
    }
  }

  @Override
  public void row(int output, float[] to) {
    widen(output, to);
    for (int i = 0; i < inputs; i++) {
      to[i] *= scales[output];
    }
  }

  private void widen(int output, float[] to) {
    int start = output * inputs;
    for (int i = 0; i < inputs; i++) {
      to[i] = numbers[start + i];
    }
  }

  float scale(int output) {
    return scales[output];
  }

  byte number(int output, int input) {
    return numbers[output * inputs + input];
  }

  @Override
  public long bytes() {
    return numbers.length + (long) scales.length * Float.BYTES;
  }
}
