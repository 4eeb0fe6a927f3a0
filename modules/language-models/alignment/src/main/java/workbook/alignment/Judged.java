package workbook.alignment;

import java.util.random.RandomGenerator;
import workbook.alignment.Pairs.Judge;

/// A reward that people have in mind, and what a reward model makes of their choices.
///
/// People like letters that repeat, up to three of them; what repeats more is worse with each.
final class Judged {

  private static final int LIKED = 3;
  private static final int PAIRS = 2000;
  private static final int STEPS = 200;
  private static final double RATE = 0.003;

  private Judged() {}

  /// What people really think: 0, 1, 2, 3, 1 and −1 for 0 to 5 repeats.
  static double gold(int string) {
    int repeats = Strings.repeats(string);
    return repeats <= LIKED ? repeats : LIKED - 2 * (repeats - LIKED);
  }

  /// The rewards that a model gives all strings, after it has seen which of two answers of the
  /// reference people chose, 2000 times. Their mean in the reference is made that of the gold
  /// rewards, because a pair tells nothing of what all rewards have in common.
  static double[] proxy(double[] reference, RandomGenerator random) {
    double[] gold = Strings.each(Judged::gold);
    Pairs pairs = Pairs.draw(new Sampler(reference), gold, PAIRS, Judge.SAMPLED, random);
    RewardModel model = RewardModel.random(random.nextLong());
    Learner learner = new Learner(model.parameters());
    Rate rate = new Rate(RATE, STEPS);
    for (int done = 0; done < STEPS; done++) {
      Pairs some = pairs.some(Lineup.ANSWERS, random);
      learner.step(
          t ->
              Losses.bradleyTerry(
                  t, model.rewards(t, some.chosen()), model.rewards(t, some.rejected())),
          rate.at(done));
    }
    double[] proxy = model.all();
    double shift =
        Distributions.expected(reference, gold) - Distributions.expected(reference, proxy);
    for (int i = 0; i < proxy.length; i++) {
      proxy[i] += shift;
    }
    return proxy;
  }
}
