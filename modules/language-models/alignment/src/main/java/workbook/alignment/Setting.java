package workbook.alignment;

import java.util.function.Supplier;

/// What all methods begin with.
///
/// @param start gives a policy that is still the reference, another one each time
record Setting(Supplier<Policy> start, Objective objective) {

  /// The letter model, which is to repeat letters.
  static Setting strings(double beta) {
    StringPolicy model = Pretraining.model();
    double[] repeats = Strings.each(Strings::repeats);
    return new Setting(model::copy, new Objective(model.all(), repeats, beta));
  }

  /// Three arms, whose best distribution can be computed by hand.
  static Setting bandit(double beta) {
    double[] reference = Distributions.logs(0.5, 0.3, 0.2);
    double[] reward = {1, 0, 2};
    return new Setting(() -> new Bandit(reference), new Objective(reference, reward, beta));
  }

  /// The same without the part that keeps it near the reference.
  Setting withoutDivergence() {
    return new Setting(start, objective.withBeta(0));
  }
}
