package workbook.autograd;

import workbook.exercise.Exercise;

/// The learner sees: `[row 1 2 6, gradient of y 1 0 0: sum of gradient times z] expected: 0.0 but
/// was:`
///
/// The deviation is taken for a constant. But stretching the row stretches it too, and changes
/// nothing: along z there can be no gradient.
@Exercise(
    id = "autograd/4",
    title = "The backward pass of layer norm",
    hints = {
      "Give the three steps names: c = x - mean, deviation = sqrt(mean of c * c +"
          + " epsilon), z = c / deviation. Then y = z * gain + bias, and gain and bias are the"
          + " easy part: each is used once in every row.",
      "dz = dy * gain. All x of the row are in the mean, and all are in the deviation."
          + " So dx[j] gets a part of the dz of the whole row, twice.",
      "dx = (dz - mean(dz) - z * mean(dz * z)) / deviation, where the means are over"
          + " the row. Check: the dx of a row sum to 0, and so do the dx * z (but for"
          + " epsilon). For gain add dy * z, for bias dy."
    })
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
        dx[start + j] += (float) ((dz - shift) / deviation);
      }
    }
  }
}
