package workbook.autograd;

/// What moves elements and computes nothing. On the way back the gradients move the other way.
public interface Shapes extends Operations {

  /// The same elements in the same order, with another shape. Nothing is copied.
  default Tensor reshape(Tensor x, int... shape) {
    if (Shape.size(shape) != x.size()) {
      throw new IllegalArgumentException(
          "reshape: %s has %d elements, and %s %d"
              .formatted(x, x.size(), Shape.text(shape), Shape.size(shape)));
    }
    return view("reshape", shape.clone(), x);
  }

  /// Exchanges two axes: with axes 0 and 1, element (i, j) becomes element (j, i).
  default Tensor transpose(Tensor x, int axis, int other) {
    Shape.checkAxis("transpose", x, axis);
    Shape.checkAxis("transpose", x, other);
    if (axis == other) {
      return x;
    }
    int first = Math.min(axis, other);
    int second = Math.max(axis, other);
    int[] shape = x.shape();
    shape[first] = x.size(second);
    shape[second] = x.size(first);
    Tensor y = output("transpose", shape, x);
    Blocks.addExchanged(x.data(), x.shape(), first, second, y.data());
    y.onBackward(() -> Blocks.addExchanged(y.gradient(), shape, first, second, x.gradient()));
    return y;
  }

  /// The part from index `from` to index `to - 1` along one axis.
  default Tensor slice(Tensor x, int axis, int from, int to) {
    Shape.checkAxis("slice", x, axis);
    if (from < 0 || from >= to || to > x.size(axis)) {
      throw new IllegalArgumentException(
          "slice: %d to %d of axis %d of %s".formatted(from, to, axis, x));
    }
    int[] shape = x.shape();
    int outer = Shape.product(shape, 0, axis);
    int inner = Shape.product(shape, axis + 1, shape.length);
    int start = from * inner;
    int step = shape[axis] * inner;
    int width = (to - from) * inner;
    Tensor y = output("slice", Shape.with(shape, axis, to - from), x);
    Blocks.add(x.data(), start, step, y.data(), 0, width, width, outer);
    y.onBackward(() -> Blocks.add(y.gradient(), 0, width, x.gradient(), start, step, width, outer));
    return y;
  }

  /// Tensors one behind the other along an axis; along all others they have equal sizes.
  default Tensor concat(int axis, Tensor... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("concat: of no tensors");
    }
    Tensor first = parts[0];
    Shape.checkAxis("concat", first, axis);
    int length = 0;
    for (Tensor part : parts) {
      if (part.axes() != first.axes()
          || !part.hasShape(Shape.with(first.shape(), axis, part.size(axis)))) {
        throw Shape.mismatch(
            "concat", first, part, "only the sizes along axis %d may differ".formatted(axis));
      }
      length += part.size(axis);
    }
    int[] shape = Shape.with(first.shape(), axis, length);
    int outer = Shape.product(shape, 0, axis);
    int step = Shape.product(shape, axis, shape.length);
    Tensor y = output("concat", shape, parts);
    int start = 0;
    for (Tensor part : parts) {
      int width = part.size() / outer;
      Blocks.add(part.data(), 0, width, y.data(), start, step, width, outer);
      start += width;
    }
    y.onBackward(() -> {
      int at = 0;
      for (Tensor part : parts) {
        int width = part.size() / outer;
        if (part.hasGradient()) {
          Blocks.add(y.gradient(), at, step, part.gradient(), 0, width, width, outer);
        }
        at += width;
      }
    });
    return y;
  }

  /// Tensors of one shape along a new axis: the outputs of the steps of time, one `[batch, width]`
  /// each, become `[batch, time, width]` with axis 1.
  default Tensor stack(int axis, Tensor... parts) {
    Tensor[] extended = new Tensor[parts.length];
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].hasShape(parts[0].shape())) {
        throw Shape.mismatch("stack", parts[0], parts[i], "all shapes must be equal");
      }
      if (axis < 0 || axis > parts[0].axes()) {
        throw new IllegalArgumentException(
            "stack: %s cannot get a new axis %d".formatted(parts[0], axis));
      }
      extended[i] = reshape(parts[i], Shape.insert(parts[i].shape(), axis, 1));
    }
    return concat(axis, extended);
  }
}
