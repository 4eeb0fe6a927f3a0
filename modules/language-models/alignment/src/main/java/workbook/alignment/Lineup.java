package workbook.alignment;

import java.util.function.Supplier;
import workbook.alignment.Pairs.Judge;

/// The methods that are compared, with the settings that are compared.
final class Lineup {

  static final int SEEDS = 5;

  /// How many answers a step sees.
  static final int ANSWERS = 128;

  static final double RATE = 0.003;

  /// PPO as most programs have it, without a critic.
  static final Ppo.Settings USUAL =
      new Ppo.Settings(
          ANSWERS, 4, 0.2f, Advantages.NORMALISED, Ppo.Penalty.WHEN_DRAWN, Rate.constant(RATE));

  /// The same, but for when the price of distance is computed.
  static final Ppo.Settings AGAIN =
      new Ppo.Settings(
          USUAL.count(),
          USUAL.epochs(),
          USUAL.clip(),
          USUAL.advantages(),
          Ppo.Penalty.IN_EACH_EPOCH,
          USUAL.rate());

  private Lineup() {}

  static Entry reinforce(Setting setting, int steps) {
    return new Entry(
        "REINFORCE",
        steps,
        (policy, random) ->
            new Reinforce(policy, setting.objective(), ANSWERS, Rate.constant(RATE), random));
  }

  /// The same with a reward only.
  static Entry withoutDivergence(Setting setting, int steps) {
    return new Entry(
        "REINFORCE, no KL", steps, reinforce(setting.withoutDivergence(), steps).starter());
  }

  /// With the settings of most programs.
  static Entry ppo(Setting setting, int steps) {
    return ppo("PPO", setting, steps, USUAL);
  }

  static Entry ppo(String name, Setting setting, int steps, Ppo.Settings settings) {
    return new Entry(
        name, steps, (policy, random) -> new Ppo(policy, setting.objective(), settings, random));
  }

  /// On new pairs at each step, which a judge chose by chance.
  static Entry dpo(Setting setting, int steps) {
    Objective objective = setting.objective();
    Sampler reference = new Sampler(objective.reference());
    return new Entry(
        "DPO",
        steps,
        (policy, random) -> {
          Supplier<Pairs> pairs =
              () -> Pairs.draw(reference, objective.reward(), ANSWERS, Judge.SAMPLED, random);
          return new Dpo(policy, objective, pairs, new Rate(RATE, steps));
        });
  }

  /// Supervised fine-tuning on the answers that were chosen, of the same pairs.
  static Entry supervised(Setting setting, int steps) {
    Objective objective = setting.objective();
    Sampler reference = new Sampler(objective.reference());
    Rate rate = new Rate(RATE, steps);
    return new Entry(
        "SFT on the chosen",
        steps,
        (policy, random) -> {
          Learner learner = new Learner(policy.parameters());
          return done -> {
            int[] chosen =
                Pairs.draw(reference, objective.reward(), ANSWERS, Judge.SAMPLED, random).chosen();
            return learner.step(
                t -> Losses.supervised(t, policy.logProbabilities(t, chosen)), rate.at(done));
          };
        });
  }
}
