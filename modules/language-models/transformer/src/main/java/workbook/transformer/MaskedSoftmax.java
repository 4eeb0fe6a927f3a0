package workbook.transformer;

import java.util.Arrays;
import java.util.function.IntPredicate;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// A softmax over some elements of each row; the others get 0, as if they were not there.
///
/// A row in which nothing is allowed is 0, as in PyTorch 2.13. A plain softmax would make it NaN,
/// and the next layer would carry the NaN to every other place.
final class MaskedSoftmax {

  /// Which elements count.
  interface Allowed {
    boolean at(int row, int column);
  }

  private MaskedSoftmax() {}

  static Tensor apply(Tape t, Tensor x, Allowed allowed) {
    int n = x.size(x.axes() - 1);
    int rows = x.size() / n;
    Tensor p = t.output("maskedSoftmax", x.shape(), x);
    float[] out = p.data();
    for (int row = 0; row < rows; row++) {
      int of = row;
      row(t.kernels(), x.data(), out, n, row, j -> allowed.at(of, j));
    }
    // As for a softmax. Where p is 0 because it was hidden, so is what comes back.
    p.onBackward(() -> {
      for (int start = 0; start < out.length; start += n) {
        float common = t.kernels().dot(p.gradient(), start, out, start, n);
        for (int i = start; i < start + n; i++) {
          x.gradient()[i] += out[i] * (p.gradient()[i] - common);
        }
      }
    });
    return p;
  }

  /// One row of `n` scores, from `x` to `p`, which may be the same array.
  static void row(
      FloatKernels kernels, float[] x, float[] p, int n, int row, IntPredicate allowed) {
    boolean any = false;
    for (int j = 0; j < n; j++) {
      boolean counts = allowed.test(j);
      p[row * n + j] = counts ? x[row * n + j] : Float.NEGATIVE_INFINITY;
      any |= counts;
    }
    if (any) {
      kernels.softmax(p, p, n, row, row + 1);
    } else {
      Arrays.fill(p, row * n, row * n + n, 0);
    }
  }
}
