package workbook.kernels;

/// Rung 2: the same three loops, the inner two exchanged. The innermost one now walks along rows of
/// `b` and of `c`, so a cache line is used to its end before the next is fetched.
///
/// Each element still gets its terms in the order of k, so the result has the same bits as the
/// naive one's.
public final class Reordered implements Multiplication {

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    for (int i = 0; i < c.rows(); i++) {
      for (int k = 0; k < a.columns(); k++) {
        float factor = a.get(i, k);
        for (int j = 0; j < c.columns(); j++) {
          c.set(i, j, c.get(i, j) + factor * b.get(k, j));
        }
      }
    }
  }
}
