package workbook.recurrent;

import workbook.exercise.Exercise;

/// The memory falls like a capital that loses the same percentage every year, so the root comes
/// first. The inverse of the sigmoid comes last, for the bias is what goes into it. `log(1 - g)` is
/// taken as `log1p(-g)`, which is exact where g is nearly 1.
@Exercise(
    id = "recurrent/1",
    title = "How long does an LSTM remember?",
    hints = {
      "If nothing is written to it, the memory is multiplied by the forget gate at each step. "
          + "What is left after n steps?",
      "A gate g leaves g^n of it. Which g leaves the share that is wanted?",
      "The gate is share^(1/n), and the bias is what the sigmoid makes it of: log(g / (1 - g))."
    })
final class ForgetBias {

  private ForgetBias() {}

  static double of(int steps, double share) {
    double gate = Math.pow(share, 1.0 / steps);
    return Math.log(gate) - Math.log1p(-gate);
  }
}
