package workbook.alignment;

import java.util.random.RandomGenerator;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// Proximal policy optimisation: uses each batch of answers several times, and clips the ratio that
/// says how far the policy has moved since they were drawn. An answer is one action here, and its
/// advantage needs no critic.
record Ppo(
    Policy policy, Objective objective, Settings settings, Learner learner, RandomGenerator random)
    implements Method {

  /// When the price of distance, β (log π − log ref), is computed.
  enum Penalty {
    /// Once for each batch, when it is drawn, as a part of the return: as most programs do.
    WHEN_DRAWN,

    /// Again in each epoch, for the policy as it is by then.
    IN_EACH_EPOCH
  }

  /// @param count how many answers a step draws
  /// @param epochs how often they are used
  /// @param clip ε; infinite for none
  record Settings(
      int count, int epochs, float clip, Advantages advantages, Penalty penalty, Rate rate) {}

  Ppo(Policy policy, Objective objective, Settings settings, RandomGenerator random) {
    this(policy, objective, settings, new Learner(policy.parameters()), random);
  }

  @Override
  public double step(int done) {
    Batch batch = Batch.draw(policy, objective, settings.count(), random);
    double first = 0;
    for (int epoch = 0; epoch < settings.epochs(); epoch++) {
      double loss = learner.step(t -> loss(t, batch), settings.rate().at(done));
      first = epoch == 0 ? loss : first;
    }
    return first;
  }

  private Tensor loss(Tape t, Batch batch) {
    Tensor logs = policy.logProbabilities(t, batch.answers());
    double[] returns =
        settings.penalty() == Penalty.WHEN_DRAWN
            ? batch.returns()
            : objective.returns(batch.answers(), logs.data());
    float[] better = settings.advantages().of(returns);
    return Losses.clipped(t, logs, batch.old(), better, settings.clip());
  }
}
