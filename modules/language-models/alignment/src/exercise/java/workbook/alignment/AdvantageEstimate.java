package workbook.alignment;

import workbook.exercise.Todo;

/// Generalised advantage estimation (GAE; Schulman and others, 2015): which token made an answer
/// better than expected.
final class AdvantageEstimate {

  private AdvantageEstimate() {}

  /// With a critic that says what is still to come, the surprise at a step is
  ///
  /// ```text
  /// δ(t) = reward(t) + γ · value(t + 1) − value(t)
  /// ```
  ///
  /// and the advantage is A(t) = δ(t) + γ λ · A(t + 1). Behind the last step of an answer there is
  /// nothing to come: no value, and no advantage.
  ///
  /// @param rewards of the steps of several answers, one answer behind the other; they stay as they
  ///   are
  /// @param values what the critic expected before each step; they stay as they are
  /// @param last whether a step is the last of its answer; the last one of all is
  /// @return A of each step
  static double[] of(
      double[] rewards, double[] values, boolean[] last, double gamma, double lambda) {
    return Todo.todo("alignment/4");
  }
}
