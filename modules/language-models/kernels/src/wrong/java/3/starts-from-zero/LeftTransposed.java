package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[c after adding a'b to 10.0, 20.0] expected: [13.0f, 24.0f] but was: [3.0f,
/// 4.0f]`
///
/// Each sum starts from 0 and is stored. A gradient that was there from another step is lost.
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
      for (int j = 0; j < n; j++) {
        float sum = 0;
        for (int k = 0; k < depth; k++) {
          sum = Math.fma(a[k * m + i], b[k * n + j], sum);
        }
        c[i * n + j] = sum;
      }
    }
  }
}
