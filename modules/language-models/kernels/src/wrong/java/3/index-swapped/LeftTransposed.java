package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[c after adding a'b, where a is 1 2 3 over 4 5 6 and b is 1] expected: [1.0f,
/// 4.0f, 2.0f, 5.0f, 3.0f, 6.0f] but was: [1.0f, 2.0f, 3.0f, 4.0f, 5.0f, 6.0f]`
///
/// a is read as if it were m x depth. That is a·b with the sizes of aᵀ·b.
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

  static void addProduct(int depth, int m, int n, float[] a, float[] b, float[] c) {
    for (int i = 0; i < m; i++) {
      for (int k = 0; k < depth; k++) {
        for (int j = 0; j < n; j++) {
          c[i * n + j] = Math.fma(a[i * depth + k], b[k * n + j], c[i * n + j]);
        }
      }
    }
  }
}
