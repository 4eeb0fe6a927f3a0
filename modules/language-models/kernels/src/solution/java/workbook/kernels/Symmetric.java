package workbook.kernels;

/// Half of a symmetric product: a·aᵀ is its own transpose, so half of it need not be computed.
///
/// Blocks on the diagonal are computed whole, and of the others those below it. 64 rows keep the
/// waste at 32 of n columns, and are enough for the tiles to be full.
final class Symmetric {

  private Symmetric() {}

  /// The product a·aᵀ as a new matrix, computed by `multiplication`, which is asked for little more
  /// than half of it: for n rows, at most n * (n + 64) / 2 of the n * n elements.
  ///
  /// The result equals its transpose, bit by bit, and has the bits that `multiplication` gives.
  static Matrix square(Matrix a, Multiplication multiplication) {
    int n = a.rows();
    Matrix c = Matrix.zeros(n, n);
    for (int top = 0; top < n; top += 64) {
      int bottom = Math.min(top + 64, n);
      for (int left = 0; left <= top; left += 64) {
        int end = Math.min(left + 64, n);
        multiplication.addProduct(
            a.rows(top, bottom), a.rows(left, end).transposed(), c.part(top, bottom, left, end));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        c.set(i, j, c.get(j, i));
      }
    }
    return c;
  }
}
