package workbook.autograd;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The backward pass of layer norm.
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

  /// The way back through y = (x - mean) / sqrt(variance + 0.00001) * gain + bias, where mean and
  /// variance (divided by n) are those of the row. The notes derive it.
  ///
  /// @param x rows of n numbers, one behind the other
  /// @param gain n numbers
  /// @param dy the gradient of y, as many as `x`
  /// @param dx to which the gradient of x is added
  /// @param dgain to which the gradient of the gain is added
  /// @param dbias to which the gradient of the bias is added
  static void passBack(
      float[] x, float[] gain, float[] dy, float[] dx, float[] dgain, float[] dbias) {
    Todo.todo("autograd/4");
  }
}
