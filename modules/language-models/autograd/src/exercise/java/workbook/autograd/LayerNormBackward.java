package workbook.autograd;

import workbook.exercise.Todo;

/// The backward pass of layer norm.
final class LayerNormBackward {

  private LayerNormBackward() {}

  /// The way back through y = (x - mean) / sqrt(variance + 0.00001) * gain + bias, where mean and
  /// variance (divided by n) are those of the row. The notes derive it. As on the way forward,
  /// 10,000 added to a whole row changes nothing. Only the last three arrays are written to.
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
