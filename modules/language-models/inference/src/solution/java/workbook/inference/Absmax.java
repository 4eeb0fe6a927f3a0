package workbook.inference;

/// Numbers of 8 bits for a row of weights.
final class Absmax {

  private Absmax() {}

  record Row(float scale, byte[] numbers) {}

  static Row rounded(float[] weights) {
    float largest = 0;
    for (float weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    float scale = largest / 127;
    byte[] numbers = new byte[weights.length];
    for (int i = 0; i < numbers.length && scale > 0; i++) {
      numbers[i] = (byte) Math.rint(weights[i] / scale);
    }
    return new Row(scale, numbers);
  }
}
