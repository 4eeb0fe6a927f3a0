package workbook.alignment;

import java.util.random.RandomGenerator;

/// Proximal policy optimisation: uses each batch of answers several times, and clips the ratio
/// that says how far the policy has moved since they were drawn. An answer is one action here, and
/// its advantage needs no critic.
record Ppo(
    Policy policy, Objective objective, Settings settings, Learner learner, RandomGenerator random)
    implements Method {

  /// @param count how many answers a step draws
  /// @param epochs how often they are used
  /// @param clip ε; infinite for none
  record Settings(int count, int epochs, float clip, Advantages advantages, Rate rate) {}

  Ppo(Policy policy, Objective objective, Settings settings, RandomGenerator random) {
    this(policy, objective, settings, new Learner(policy.parameters()), random);
  }

  @Override
  public void step(int done) {
    Batch batch = Batch.draw(policy, objective, settings.count(), random);
    float[] better = settings.advantages().of(batch.returns());
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      learner.step(
          t ->
              Losses.clipped(
                  t,
                  policy.logProbabilities(t, batch.answers()),
                  batch.old(),
                  better,
                  settings.clip()),
          settings.rate().at(done));
    }
  }
}
