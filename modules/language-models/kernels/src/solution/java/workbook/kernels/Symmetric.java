package workbook.kernels;

import workbook.exercise.Exercise;

/// Half of a symmetric product: a·aᵀ is its own transpose, so half of it need not be computed.
///
/// Blocks on the diagonal are computed whole, and of the others those below it. 64 rows keep the
/// waste at 32 of n columns, and are enough for the tiles to be full.
@Exercise(
    id = "kernels/5",
    title = "Half of a symmetric product",
    hints = {
      "Which elements of a·aᵀ are equal? How would you compute about half of it with a"
          + " multiplication that knows nothing of symmetry?",
      "Cut the rows of `a` into blocks of 64. Block (p, q) of the result is"
          + " rows(p)·rows(q)ᵀ: for which pairs do you need the multiplication, and which are"
          + " copies?",
      "For p and q <= p: multiplication.addProduct(a.rows(p..), a.rows(q..).transposed(),"
          + " part (p, q) of a zeroed matrix). Then for i < j copy element (j, i) to (i, j). Mind"
          + " that the last block may be smaller."
    })
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
