package workbook.recurrent;

import workbook.exercise.Exercise;

/// The learner sees: `of(2, 0.25): expected 0.000000 but was -1.098612`
///
/// The gate that leaves the share after one step.
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
    return Math.log(share / (1 - share));
  }
}
