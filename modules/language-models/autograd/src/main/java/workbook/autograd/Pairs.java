package workbook.autograd;

import java.util.Arrays;

/// How the matrices of two tensors pair up for products: `count` times (rows x inner) by (inner x
/// columns).
record Pairs(int count, int rows, int inner, int columns) {

  /// @param transposed whether the second is multiplied with its last two axes exchanged
  /// @throws IllegalArgumentException if they do not fit, with both shapes
  static Pairs of(String operation, Tensor a, Tensor b, boolean transposed) {
    if (a.axes() < 2 || b.axes() < 2) {
      throw Shape.mismatch(operation, a, b, "both need two axes or more");
    }
    int inner = a.size(a.axes() - 1);
    int innerAxis = b.axes() - (transposed ? 1 : 2);
    if (b.size(innerAxis) != inner) {
      throw Shape.mismatch(
          operation,
          a,
          b,
          "axis %d of the first has size %d, and axis %d of the second %d; they must be equal"
              .formatted(a.axes() - 1, inner, innerAxis, b.size(innerAxis)));
    }
    int[] before = Arrays.copyOf(a.shape(), a.axes() - 2);
    int[] beforeOfB = Arrays.copyOf(b.shape(), b.axes() - 2);
    int rows = a.size(a.axes() - 2);
    int columns = b.size(b.axes() - (transposed ? 2 : 1));
    if (beforeOfB.length == 0) {
      // One matrix for all: then they are one, too, one below the other.
      return new Pairs(1, Shape.size(before) * rows, inner, columns);
    }
    if (!Arrays.equals(before, beforeOfB)) {
      throw Shape.mismatch(
          operation, a, b, "before the last two axes both must be equal, or the second have none");
    }
    return new Pairs(Shape.size(before), rows, inner, columns);
  }
}
