package workbook.kernels;

/// The gradient of a weight: c += aᵀ·b. Nothing need be copied for it.
///
/// With the depth outside, both `a` and `b` are read row by row, and the innermost loop walks along
/// a row of `b` and one of `c`. The order of the terms stays that of the depth.
final class LeftTransposed {

  private LeftTransposed() {}

  /// Adds aᵀ·b to c. All matrices lie row by row: `a` is depth x m, `b` is depth x n, `c` is m x n.
  /// In a training step `a` is a layer's input, `b` the gradient of its output, and c(i, j) the
  /// gradient of a weight, which may already hold what other steps gave it.
  ///
  /// Each element of `c` gets its terms in the order of the depth, each by one [Math#fma].
  static void addProduct(int depth, int m, int n, float[] a, float[] b, float[] c) {
    for (int k = 0; k < depth; k++) {
      for (int i = 0; i < m; i++) {
        float factor = a[k * m + i];
        for (int j = 0; j < n; j++) {
          c[i * n + j] = Math.fma(factor, b[k * n + j], c[i * n + j]);
        }
      }
    }
  }
}
