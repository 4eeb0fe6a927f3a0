package workbook.transformer;

/// A product of two vectors of d random numbers of size 1 has the size √d, so that is what it is
/// divided by. The largest score is taken off first: e to the power of 1000 is infinite.
final class AttentionWeights {

  private AttentionWeights() {}

  static double[][] of(double[][] q, double[][] k) {
    double[][] weights = new double[q.length][k.length];
    for (int i = 0; i < q.length; i++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < k.length; j++) {
        weights[i][j] = product(q[i], k[j]) / Math.sqrt(q[i].length);
        largest = Math.max(largest, weights[i][j]);
      }
      double sum = 0;
      for (int j = 0; j < k.length; j++) {
        weights[i][j] = Math.exp(weights[i][j] - largest);
        sum += weights[i][j];
      }
      for (int j = 0; j < k.length; j++) {
        weights[i][j] /= sum;
      }
    }
    return weights;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += a[c] * b[c];
    }
    return sum;
  }
}
