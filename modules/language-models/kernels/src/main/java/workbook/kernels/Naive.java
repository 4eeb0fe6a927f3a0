package workbook.kernels;

/// Rung 1: the definition. Each element of `c` is a row of `a` times a column of `b`.
///
/// What it costs: down a column of `b` every step lands in another cache line, uses 4 of its 64
/// bytes, and by the next column the line is gone. And each addition waits for the one before it.
public final class Naive implements Multiplication {

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    for (int i = 0; i < c.rows(); i++) {
      for (int j = 0; j < c.columns(); j++) {
        float sum = c.get(i, j);
        for (int k = 0; k < a.columns(); k++) {
          sum += a.get(i, k) * b.get(k, j);
        }
        c.set(i, j, sum);
      }
    }
  }
}
