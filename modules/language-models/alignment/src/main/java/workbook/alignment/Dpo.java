package workbook.alignment;

import java.util.function.Supplier;

/// Direct preference optimisation: no reward model, no sampling from the policy.
final class Dpo implements Method {

  private final Policy policy;
  private final Objective objective;
  private final Supplier<Pairs> pairs;
  private final Rate rate;
  private final Learner learner;

  /// @param objective of which only the reference and β are used
  /// @param pairs gives those of each step
  Dpo(Policy policy, Objective objective, Supplier<Pairs> pairs, Rate rate) {
    this.policy = policy;
    this.objective = objective;
    this.pairs = pairs;
    this.rate = rate;
    this.learner = new Learner(policy.parameters());
  }

  /// @return the loss before the step
  @Override
  public double step(int done) {
    Pairs now = pairs.get();
    float[] reference = new float[now.chosen().length];
    for (int i = 0; i < reference.length; i++) {
      double chosen = objective.reference()[now.chosen()[i]];
      reference[i] = (float) (chosen - objective.reference()[now.rejected()[i]]);
    }
    return learner.step(
        t ->
            Losses.dpo(
                t,
                policy.logProbabilities(t, now.chosen()),
                policy.logProbabilities(t, now.rejected()),
                reference,
                (float) objective.beta()),
        rate.at(done));
  }
}
