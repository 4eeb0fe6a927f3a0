package workbook.alignment;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The model before it is aligned: it has learned to complete strings of the [Source].
final class Pretraining {

  static final long SEED = 1;

  private static final int STEPS = 300;
  private static final int STRINGS = 128;
  private static final double RATE = 0.01;

  private Pretraining() {}

  /// The same weights each time.
  static StringPolicy model() {
    RandomGenerator random = new SplittableRandom(SEED);
    StringPolicy policy = StringPolicy.random(SEED);
    Learner learner = new Learner(policy.parameters());
    for (int step = 0; step < STEPS; step++) {
      int[] strings = Source.strings(STRINGS, random);
      double rate = RATE * (STEPS - step) / STEPS;
      learner.step(t -> t.scale(t.mean(policy.logProbabilities(t, strings)), -1), rate);
    }
    return policy;
  }
}
