package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[a a' with 65 rows: element (0, 64)] expected: 1.4960397f but was: 0.0f`
///
/// The rows behind the last whole block are forgotten.
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

  static Matrix square(Matrix a, Multiplication multiplication) {
    int n = a.rows();
    Matrix c = Matrix.zeros(n, n);
    if (n < 64) {
      multiplication.addProduct(a, a.transposed(), c);
      return c;
    }
    for (int top = 0; top + 64 <= n; top += 64) {
      for (int left = 0; left <= top; left += 64) {
        multiplication.addProduct(
            a.rows(top, top + 64),
            a.rows(left, left + 64).transposed(),
            c.part(top, top + 64, left, left + 64));
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
