package workbook.kernels;

import workbook.exercise.Todo;

/// The gradient of a weight: c += aᵀ·b. Nothing need be copied for it.
final class LeftTransposed {

  private LeftTransposed() {}

  /// Adds aᵀ·b to c. All matrices lie row by row: `a` is depth x m, `b` is depth x n, `c` is m x n.
  /// In a training step `a` is a layer's input, `b` the gradient of its output, and c(i, j) the
  /// gradient of a weight, which may already hold what other steps gave it.
  ///
  /// Each element of `c` gets its terms in the order of the depth, each by one [Math#fma].
  static void addProduct(int depth, int m, int n, float[] a, float[] b, float[] c) {
    Todo.todo("kernels/3");
  }
}
