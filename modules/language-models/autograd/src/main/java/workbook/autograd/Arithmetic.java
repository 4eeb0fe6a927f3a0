package workbook.autograd;

/// Sums and products element by element, and sums of elements.
///
/// The second operand may be smaller: its axes are then the last ones of the first, and it is
/// repeated, as the bias of a layer is for every row. On the way back what was repeated is summed.
public interface Arithmetic extends Operations {

  /// a + b. The gradient goes to both as it is.
  default Tensor add(Tensor a, Tensor b) {
    check("add", a, b);
    Tensor y = outputToSet("add", a.shape(), a, b);
    float[] left = a.data();
    float[] right = b.data();
    float[] result = y.data();
    repeated(
        left.length,
        right.length,
        (start, from, to) -> {
          for (int i = from; i < to; i++) {
            result[start + i] = left[start + i] + right[i];
          }
        });
    y.onBackward(() -> {
      addTo(a, y.gradient(), 1);
      addRepeatedTo(b, y.gradient(), 1);
    });
    return y;
  }

  /// a - b.
  default Tensor sub(Tensor a, Tensor b) {
    check("sub", a, b);
    Tensor y = outputToSet("sub", a.shape(), a, b);
    float[] left = a.data();
    float[] right = b.data();
    float[] result = y.data();
    repeated(
        left.length,
        right.length,
        (start, from, to) -> {
          for (int i = from; i < to; i++) {
            result[start + i] = left[start + i] - right[i];
          }
        });
    y.onBackward(() -> {
      addTo(a, y.gradient(), 1);
      addRepeatedTo(b, y.gradient(), -1);
    });
    return y;
  }

  /// a · b, element by element. Each gets the gradient times the other.
  default Tensor mul(Tensor a, Tensor b) {
    check("mul", a, b);
    Tensor y = outputToSet("mul", a.shape(), a, b);
    float[] left = a.data();
    float[] right = b.data();
    float[] result = y.data();
    repeated(
        left.length,
        right.length,
        (start, from, to) -> {
          for (int i = from; i < to; i++) {
            result[start + i] = left[start + i] * right[i];
          }
        });
    y.onBackward(() -> {
      float[] dy = y.gradient();
      if (a.hasGradient()) {
        float[] da = a.gradient();
        repeated(
            left.length,
            right.length,
            (start, from, to) -> {
              for (int i = from; i < to; i++) {
                da[start + i] += dy[start + i] * right[i];
              }
            });
      }
      if (b.hasGradient()) {
        float[] db = b.gradient();
        repeated(
            left.length,
            right.length,
            (start, from, to) -> {
              for (int i = from; i < to; i++) {
                db[i] += dy[start + i] * left[start + i];
              }
            });
      }
    });
    return y;
  }

  /// factor · x.
  default Tensor scale(Tensor x, float factor) {
    Tensor y = outputToSet("scale", x.shape(), x);
    float[] data = x.data();
    float[] result = y.data();
    kernels()
        .each(
            data.length,
            data.length,
            (_, from, to) -> {
              for (int i = from; i < to; i++) {
                result[i] = data[i] * factor;
              }
            });
    y.onBackward(() -> addTo(x, y.gradient(), factor));
    return y;
  }

  /// The sum of all elements. Its gradient goes to every one of them.
  default Tensor sum(Tensor x) {
    Tensor y = output("sum", new int[0], x);
    y.data()[0] = kernels().sum(x.data(), 0, x.size());
    y.onBackward(() -> {
      float dy = y.gradient()[0];
      float[] dx = x.gradient();
      for (int i = 0; i < dx.length; i++) {
        dx[i] += dy;
      }
    });
    return y;
  }

  /// The mean of all elements.
  default Tensor mean(Tensor x) {
    return scale(sum(x), 1f / x.size());
  }

  /// The sums along one axis, which is gone afterwards: `[2, 3, 4]` becomes `[2, 4]` by axis 1.
  default Tensor sum(Tensor x, int axis) {
    Shape.checkAxis("sum", x, axis);
    int[] shape = x.shape();
    Tensor y = output("sum", Shape.without(shape, axis), x);
    int outer = Shape.product(shape, 0, axis);
    int inner = Shape.product(shape, axis + 1, shape.length);
    int block = shape[axis] * inner;
    for (int i = 0; i < block; i += inner) {
      Blocks.add(x.data(), i, block, y.data(), 0, inner, inner, outer);
    }
    y.onBackward(() -> {
      for (int i = 0; i < block; i += inner) {
        Blocks.add(y.gradient(), 0, inner, x.gradient(), i, block, inner, outer);
      }
    });
    return y;
  }

  /// The means along one axis, which is gone afterwards.
  default Tensor mean(Tensor x, int axis) {
    Shape.checkAxis("mean", x, axis);
    return scale(sum(x, axis), 1f / x.size(axis));
  }

  private static void check(String operation, Tensor a, Tensor b) {
    if (!Shape.repeats(b.shape(), a.shape())) {
      throw Shape.mismatch(
          operation, a, b, "the second must have the shape of the first, or that of its last axes");
    }
  }

  private void addTo(Tensor x, float[] dy, float factor) {
    if (x.hasGradient()) {
      boolean first = x.takesFirst();
      float[] dx = x.gradient();
      kernels()
          .each(
              dx.length,
              dx.length,
              (_, from, to) -> {
                for (int i = from; i < to; i++) {
                  dx[i] = first ? dy[i] * factor : dx[i] + dy[i] * factor;
                }
              });
    }
  }

  private void addRepeatedTo(Tensor x, float[] dy, float factor) {
    if (x.size() == dy.length) {
      addTo(x, dy, factor);
    } else if (x.hasGradient()) {
      float[] dx = x.gradient();
      repeated(
          dy.length,
          dx.length,
          (start, from, to) -> {
            for (int i = from; i < to; i++) {
              dx[i] += dy[start + i] * factor;
            }
          });
    }
  }

  /// Goes through an array of `length` elements beside one of `period` elements that is repeated.
  /// Shared out by the elements of the latter, so that what is summed there has one order.
  private void repeated(int length, int period, Columns columns) {
    kernels()
        .each(
            period,
            length,
            (_, from, to) -> {
              for (int start = 0; start < length; start += period) {
                columns.at(start, from, to);
              }
            });
  }

  /// What is done to the columns `from` to `to - 1` of the repetition that begins at `start`.
  @FunctionalInterface
  interface Columns {
    void at(int start, int from, int to);
  }
}
