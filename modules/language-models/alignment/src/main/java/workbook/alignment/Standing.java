package workbook.alignment;

/// Where a policy stands, computed over all answers and not estimated.
///
/// @param reward E r
/// @param divergence KL(π ‖ ref), in nats
/// @param value J
/// @param toBest KL(π ‖ π*), in nats
record Standing(double reward, double divergence, double value, double toBest) {

  /// @param logs the log-probability of each answer
  static Standing of(Objective objective, double... logs) {
    return new Standing(
        Distributions.expected(logs, objective.reward()),
        Distributions.divergence(logs, objective.reference()),
        objective.value(logs),
        Distributions.divergence(logs, objective.optimum()));
  }
}
