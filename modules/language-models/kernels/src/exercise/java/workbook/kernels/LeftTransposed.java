package workbook.kernels;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// The gradient of a weight: c += aᵀ·b, without a transposed copy.
@Exercise(
    id = "kernels/3",
    title = "The gradient of a weight",
    hints = {
      "Where in the array does element (k, i) of `a` stand, if `a` has m columns?",
      "c(i, j) is the sum over k of a(k, i) * b(k, j). Which of the three loops should be"
          + " the innermost, so that it walks along rows?",
      "for k, for i, for j: c[i * n + j] = fma(a[k * m + i], b[k * n + j], c[i * n + j])."
    })
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
