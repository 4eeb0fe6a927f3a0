package workbook.alignment;

import workbook.exercise.Todo;

/// An estimate of KL(π ‖ ref) from tokens that π has written.
final class DivergenceEstimate {

  private DivergenceEstimate() {}

  /// The mean of Schulman's estimator k3 = e^x − 1 − x over the tokens of answers, where x is the
  /// logarithm of ref / π at the token. Its expectation is KL(π ‖ ref), and it is never negative,
  /// not even by rounding. For |x| from 10⁻⁹ on six digits of it are right.
  ///
  /// @param policy log π of each token that π has written; in the padding it may be anything
  /// @param reference log ref of the same tokens
  /// @param answer whether a token belongs to an answer, and is not prompt or padding; one does
  static double of(double[] policy, double[] reference, boolean[] answer) {
    return Todo.todo("alignment/6");
  }
}
