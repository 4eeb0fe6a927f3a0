package workbook.transformer;

/// The variance is that of the row itself, not an estimate for others from which the row was drawn:
/// it is divided by n. The mean is taken off before squaring; a difference of two large squares
/// would lose the digits that matter.
final class LayerNormRow {

  private LayerNormRow() {}

  static double[] of(double[] x, double[] gain, double[] bias, double epsilon) {
    int n = x.length;
    double mean = 0;
    for (double value : x) {
      mean += value / n;
    }
    double variance = 0;
    for (double value : x) {
      variance += (value - mean) * (value - mean) / n;
    }
    double root = Math.sqrt(variance + epsilon);
    double[] y = new double[n];
    for (int j = 0; j < n; j++) {
      y[j] = (x[j] - mean) / root * gain[j] + bias[j];
    }
    return y;
  }
}
