package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[a a' with 1 rows: element (0, 0)] expected: 4.0f but was: 8.0f`
///
/// The lower half is added to its transpose. On the diagonal that counts twice.
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
    for (int top = 0; top < n; top += 64) {
      int bottom = Math.min(top + 64, n);
      for (int left = 0; left <= top; left += 64) {
        int end = Math.min(left + 64, n);
        multiplication.addProduct(
            a.rows(top, bottom), a.rows(left, end).transposed(), c.part(top, bottom, left, end));
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        float both = c.get(i, j) + (i / 64 == j / 64 ? c.get(j, i) : 0);
        c.set(i, j, both);
        c.set(j, i, both);
      }
    }
    return c;
  }
}
