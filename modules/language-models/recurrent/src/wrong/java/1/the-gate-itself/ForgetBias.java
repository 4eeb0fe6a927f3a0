package workbook.recurrent;

import workbook.exercise.Exercise;

/// The learner sees: `of(2, 0.25): expected 0.000000 but was 0.500000`
///
/// The gate, and not the bias that makes it.
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
    return Math.pow(share, 1.0 / steps);
  }
}
