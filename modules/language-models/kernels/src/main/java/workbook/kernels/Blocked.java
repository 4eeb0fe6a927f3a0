package workbook.kernels;

/// Rung 3: the reordered loops on blocks of 64 x 64. A block of `b` is 16 KB: it stays in the first
/// level cache while 64 rows of `c` make use of it, instead of all of `b` passing by for each row.
///
/// The blocks of one element's sum come in the order of k, so the bits are the same once more.
public final class Blocked implements Multiplication {

  static final int SIDE = 64;

  private final Multiplication inner = new Reordered();

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    for (int i = 0; i < c.rows(); i += SIDE) {
      for (int k = 0; k < a.columns(); k += SIDE) {
        for (int j = 0; j < c.columns(); j += SIDE) {
          int bottom = Math.min(i + SIDE, c.rows());
          int depth = Math.min(k + SIDE, a.columns());
          int end = Math.min(j + SIDE, c.columns());
          inner.addProduct(
              a.part(i, bottom, k, depth), b.part(k, depth, j, end), c.part(i, bottom, j, end));
        }
      }
    }
  }
}
