package workbook.kernels;

/// Rung 4: the reordered loops on copies, in which each row is an array of its own.
///
/// The innermost loop runs over two whole arrays from 0. That is the form in which the JIT compiler
/// turns it into vector instructions; with offsets into one large array it does not. The product
/// and the sum are one rounded operation, [Math#fma]: one instruction on every processor of the
/// last ten years.
///
/// This is as far as plain Java goes, and what runs where there is no Vector API.
public final class Rows implements Multiplication {

  @Override
  public void addProduct(Matrix a, Matrix b, Matrix c) {
    Multiplication.check(a, b, c);
    float[][] rows = new float[b.rows()][b.columns()];
    for (int k = 0; k < rows.length; k++) {
      copy(b, k, rows[k]);
    }
    float[] sums = new float[c.columns()];
    for (int i = 0; i < c.rows(); i++) {
      copy(c, i, sums);
      for (int k = 0; k < rows.length; k++) {
        addMultiple(a.get(i, k), rows[k], sums);
      }
      for (int j = 0; j < sums.length; j++) {
        c.set(i, j, sums[j]);
      }
    }
  }

  private static void addMultiple(float factor, float[] row, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] = Math.fma(factor, row[j], sums[j]);
    }
  }

  private static void copy(Matrix from, int row, float[] to) {
    for (int j = 0; j < to.length; j++) {
      to[j] = from.get(row, j);
    }
  }
}
