package workbook.autograd;

import java.util.Arrays;

/// Sizes along the axes of a tensor: `[2, 3]` has two rows of three; `[]` is a single number.
final class Shape {

  private Shape() {}

  /// @throws IllegalArgumentException if a size is less than 1, or there are too many elements for
  ///   an array
  static int size(int... shape) {
    long size = 1;
    for (int length : shape) {
      if (length < 1) {
        throw new IllegalArgumentException(
            "the shape %s: every size must be 1 or more".formatted(text(shape)));
      }
      size *= length;
      if (size > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "the shape %s: more elements than an array can hold".formatted(text(shape)));
      }
    }
    return (int) size;
  }

  static String text(int... shape) {
    return Arrays.toString(shape);
  }

  /// The product of the sizes from axis `from` to axis `to - 1`.
  static int product(int[] shape, int from, int to) {
    int product = 1;
    for (int axis = from; axis < to; axis++) {
      product *= shape[axis];
    }
    return product;
  }

  /// The shape with another size along one axis.
  static int[] with(int[] shape, int axis, int length) {
    int[] changed = shape.clone();
    changed[axis] = length;
    return changed;
  }

  /// The shape without one axis.
  static int[] without(int[] shape, int axis) {
    int[] changed = Arrays.copyOf(shape, shape.length - 1);
    System.arraycopy(shape, axis + 1, changed, axis, changed.length - axis);
    return changed;
  }

  /// The shape with one axis more, before axis `axis`.
  static int[] insert(int[] shape, int axis, int length) {
    int[] changed = Arrays.copyOf(shape, shape.length + 1);
    System.arraycopy(shape, axis, changed, axis + 1, shape.length - axis);
    changed[axis] = length;
    return changed;
  }

  /// Whether a tensor of shape `block` can be repeated to fill one of shape `whole`: its axes are
  /// the last ones of the other.
  static boolean repeats(int[] block, int[] whole) {
    int more = whole.length - block.length;
    return more >= 0 && Arrays.equals(block, 0, block.length, whole, more, whole.length);
  }

  static void checkAxis(String operation, Tensor x, int axis) {
    if (axis < 0 || axis >= x.axes()) {
      throw new IllegalArgumentException(
          "%s: axis %d of %s, which has the axes 0 to %d"
              .formatted(operation, axis, x, x.axes() - 1));
    }
  }

  /// The error of an operation whose operands do not fit, with both shapes in it.
  static IllegalArgumentException mismatch(String operation, Tensor a, Tensor b, String reason) {
    return new IllegalArgumentException("%s: %s and %s: %s".formatted(operation, a, b, reason));
  }
}
