package workbook.kernels;

import workbook.exercise.Exercise;

/// The learner sees: `[elements asked for, of 200 x 200: at most 26400] Expecting actual: 40000`
///
/// One call, and right. But all of it is computed.
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
    Matrix c = Matrix.zeros(a.rows(), a.rows());
    multiplication.addProduct(a, a.transposed(), c);
    return c;
  }
}
