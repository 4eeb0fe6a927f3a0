package workbook.autograd;

/// What is repeated on the way forward is summed on the way back. A factor was used n times, so it
/// gets n contributions; every element of x was used once.
///
/// The arrays are taken before the backward pass is defined: so it holds on to what it needs, and
/// nothing else.
final class ScaleRows {

  private ScaleRows() {}

  static Tensor scaleRows(Tape t, Tensor x, Tensor factors) {
    Tensor y = t.output("scaleRows", x.shape(), x, factors);
    float[] data = x.data();
    float[] f = factors.data();
    int n = x.size(1);
    for (int k = 0; k < data.length; k++) {
      y.data()[k] = data[k] * f[k / n];
    }
    y.onBackward(() -> {
      for (int k = 0; k < data.length; k++) {
        float dy = y.gradient()[k];
        if (x.hasGradient()) {
          x.gradient()[k] += dy * f[k / n];
        }
        if (factors.hasGradient()) {
          factors.gradient()[k / n] += dy * data[k];
        }
      }
    });
    return y;
  }
}
