package workbook.autograd;

import workbook.exercise.Exercise;

/// The learner sees: `[gradient of factors[0], used for 1, 2, 3] expected: 6.0 but was: 3.0`
///
/// Each element of the row sets the gradient of the factor, and the last one stays. What was
/// repeated on the way forward has to be summed on the way back.
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
          factors.gradient()[k / n] = dy * data[k];
        }
      }
    });
    return y;
  }
}
