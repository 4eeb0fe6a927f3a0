package workbook.alignment;

import java.util.function.Supplier;
import workbook.autograd.Tensor;

/// Direct preference optimisation: no reward model, no sampling from the policy.
final class Dpo implements Method {

  private final Policy policy;
  private final Objective objective;
  private final Supplier<Pairs> pairs;
  private final Rate rate;
  private final Learner learner;
  private Seen last;

  /// What a step saw.
  ///
  /// @param loss before it
  /// @param chosen mean of log π − log ref of the answers that won
  /// @param rejected the same of those that lost
  record Seen(double loss, double chosen, double rejected) {}

  /// @param objective of which only the reference and β are used
  /// @param pairs gives those of each step
  Dpo(Policy policy, Objective objective, Supplier<Pairs> pairs, Rate rate) {
    this.policy = policy;
    this.objective = objective;
    this.pairs = pairs;
    this.rate = rate;
    this.learner = new Learner(policy.parameters());
  }

  @Override
  public void step(int done) {
    Pairs now = pairs.get();
    int n = now.chosen().length;
    float[] reference = new float[n];
    double ofChosen = 0;
    double ofRejected = 0;
    for (int i = 0; i < n; i++) {
      double w = objective.reference()[now.chosen()[i]];
      double l = objective.reference()[now.rejected()[i]];
      reference[i] = (float) (w - l);
      ofChosen += w / n;
      ofRejected += l / n;
    }
    double[] means = new double[2];
    double loss =
        learner.step(
            t -> {
              Tensor chosen = policy.logProbabilities(t, now.chosen());
              Tensor rejected = policy.logProbabilities(t, now.rejected());
              means[0] = mean(chosen.data());
              means[1] = mean(rejected.data());
              return Losses.dpo(t, chosen, rejected, reference, (float) objective.beta());
            },
            rate.at(done));
    last = new Seen(loss, means[0] - ofChosen, means[1] - ofRejected);
  }

  /// Of the last step.
  Seen seen() {
    return last;
  }

  private static double mean(float... numbers) {
    double sum = 0;
    for (float one : numbers) {
      sum += one;
    }
    return sum / numbers.length;
  }
}
