package workbook.autograd;

/// Indices into an axis.
final class Indices {

  private Indices() {}

  /// @throws IllegalArgumentException if one is out of range; it says which
  static void check(String operation, String what, int[] indices, int bound, Tensor of) {
    for (int i = 0; i < indices.length; i++) {
      if (indices[i] < 0 || indices[i] >= bound) {
        throw new IllegalArgumentException(
            "%s: %s %d is %d, and %s allows 0 to %d"
                .formatted(operation, what, i, indices[i], of, bound - 1));
      }
    }
  }
}
