package workbook.autograd;

/// Both means are needed before any dx of the row is known, so there are two loops: one collects,
/// the other spends. Sums are in double: with n in the thousands a float would lose digits.
final class LayerNormBackward {

  private LayerNormBackward() {}

  static void passBack(
      float[] x, float[] gain, float[] dy, float[] dx, float[] dgain, float[] dbias) {
    int n = gain.length;
    for (int start = 0; start < x.length; start += n) {
      double sum = 0;
      double squares = 0;
      for (int j = 0; j < n; j++) {
        sum += x[start + j];
      }
      double mean = sum / n;
      for (int j = 0; j < n; j++) {
        squares += (x[start + j] - mean) * (x[start + j] - mean);
      }
      double deviation = Math.sqrt(squares / n + 1e-5);
      double shift = 0;
      double stretch = 0;
      for (int j = 0; j < n; j++) {
        double z = (x[start + j] - mean) / deviation;
        double dz = (double) dy[start + j] * gain[j];
        shift += dz / n;
        stretch += dz * z / n;
        dgain[j] += (float) (dy[start + j] * z);
        dbias[j] += dy[start + j];
      }
      for (int j = 0; j < n; j++) {
        double z = (x[start + j] - mean) / deviation;
        double dz = (double) dy[start + j] * gain[j];
        dx[start + j] += (float) ((dz - shift - z * stretch) / deviation);
      }
    }
  }
}
