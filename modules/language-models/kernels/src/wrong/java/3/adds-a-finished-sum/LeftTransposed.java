package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[c must take the terms one by one: 2^24 + 1 + 1 with a rounding after each]
/// expected: [1.6777216E7f] but was: [1.6777218E7f]`
///
/// The sum is made apart and added at the end. Nearer to the truth here, but not the order that was
/// asked for, and without it no two kernels agree in their bits.
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
        c[i * n + j] += sum;
      }
    }
  }
}
