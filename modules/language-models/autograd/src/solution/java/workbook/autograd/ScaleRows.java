package workbook.autograd;

import workbook.exercise.Exercise;

/// What is repeated on the way forward is summed on the way back. A factor was used n times, so it
/// gets n contributions; every element of x was used once.
///
/// The arrays are taken before the backward pass is defined: so it holds on to what it needs, and
/// nothing else.
@Exercise(
    id = "autograd/1",
    title = "Scale each row by a number of its own",
    hints = {
      "Write the forward pass first: one output, two loops. Then ask of every number"
          + " that went in: in which outputs does it appear, and with which factor?",
      "x[i][j] appears once, with factor factors[i]. factors[i] appears in all outputs"
          + " of row i, so its gradient is a sum over the row.",
      "In y.onBackward(() -> ...), for all i and j: x.gradient()[i * n + j] += dy *"
          + " f[i] and factors.gradient()[i] += dy * x, each only if that tensor"
          + " hasGradient(). Always +=, for others may add to the same gradient."
    })
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
