package workbook.alignment;

import java.util.random.RandomGenerator;

/// Policy gradient: draws answers, and makes those more probable that were better than the others.
///
/// @param count how many answers a step draws
record Reinforce(
    Policy policy,
    Objective objective,
    int count,
    Rate rate,
    Learner learner,
    RandomGenerator random)
    implements Method {

  Reinforce(Policy policy, Objective objective, int count, Rate rate, RandomGenerator random) {
    this(policy, objective, count, rate, new Learner(policy.parameters()), random);
  }

  @Override
  public double step(int done) {
    Batch batch = Batch.draw(policy, objective, count, random);
    float[] better = Advantages.CENTRED.of(batch.returns());
    return learner.step(
        t -> Losses.policyGradient(t, policy.logProbabilities(t, batch.answers()), better),
        rate.at(done));
  }
}
