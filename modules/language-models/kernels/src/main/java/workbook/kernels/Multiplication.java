package workbook.kernels;

/// One way to multiply matrices.
@FunctionalInterface
public interface Multiplication {

  /// c += a·b. To get the product alone, `c` must hold zeros.
  ///
  /// `a` and `b` may be transposed or parts of larger matrices. `c` shares no element with them.
  ///
  /// @throws IllegalArgumentException if the sizes do not fit; it names all three
  void addProduct(Matrix a, Matrix b, Matrix c);

  /// @throws IllegalArgumentException if a·b is not defined or does not have the size of `c`
  static void check(Matrix a, Matrix b, Matrix c) {
    if (a.columns() != b.rows() || c.rows() != a.rows() || c.columns() != b.columns()) {
      throw new IllegalArgumentException(
          "(%d x %d) times (%d x %d) does not give (%d x %d)"
              .formatted(a.rows(), a.columns(), b.rows(), b.columns(), c.rows(), c.columns()));
    }
  }
}
