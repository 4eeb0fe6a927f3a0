package workbook.alignment;

import java.util.function.Supplier;
import workbook.alignment.Pairs.Judge;

/// The methods that are compared, with the settings that are compared.
///
/// @param rate the learning rate of all of them
record Lineup(Setting setting, double rate) {

  static final int SEEDS = 5;

  /// How many answers a step sees.
  static final int ANSWERS = 128;

  /// How many letters they have, where they are strings.
  static final int TOKENS = ANSWERS * Strings.LENGTH;

  /// Of the models of strings.
  static final double RATE = 0.003;

  /// On strings, with a β of 1.
  static Lineup strings() {
    return new Lineup(Setting.strings(1), RATE);
  }

  /// PPO as most programs have it, without a critic.
  Ppo.Settings usual() {
    return usual(Ppo.Penalty.WHEN_DRAWN);
  }

  /// The same, but for when the price of distance is computed.
  Ppo.Settings usual(Ppo.Penalty penalty) {
    return new Ppo.Settings(ANSWERS, 4, 0.2f, Advantages.NORMALISED, penalty, Rate.constant(rate));
  }

  Entry reinforce(int steps) {
    return new Entry(
        "REINFORCE",
        steps,
        (policy, random) ->
            new Reinforce(policy, setting.objective(), ANSWERS, Rate.constant(rate), random));
  }

  /// The same with a reward only.
  Entry withoutDivergence(int steps) {
    return new Entry(
        "REINFORCE, no KL",
        steps,
        new Lineup(setting.withoutDivergence(), rate).reinforce(steps).starter());
  }

  /// With the settings of most programs.
  Entry ppo(int steps) {
    return ppo("PPO", steps, usual());
  }

  Entry ppo(String name, int steps, Ppo.Settings settings) {
    return new Entry(
        name, steps, (policy, random) -> new Ppo(policy, setting.objective(), settings, random));
  }

  /// On new pairs at each step, which a judge chose by chance.
  Entry dpo(int steps) {
    Objective objective = setting.objective();
    Sampler reference = new Sampler(objective.reference());
    return new Entry(
        "DPO",
        steps,
        (policy, random) -> {
          Supplier<Pairs> pairs =
              () -> Pairs.draw(reference, objective.reward(), ANSWERS, Judge.SAMPLED, random);
          return new Dpo(policy, objective, pairs, new Rate(rate, steps));
        });
  }

  /// Supervised fine-tuning on the answers that were chosen, of the same pairs.
  Entry supervised(int steps) {
    Objective objective = setting.objective();
    Sampler reference = new Sampler(objective.reference());
    Rate falling = new Rate(rate, steps);
    return new Entry(
        "SFT on the chosen",
        steps,
        (policy, random) -> {
          Learner learner = new Learner(policy.parameters());
          return done -> {
            int[] chosen =
                Pairs.draw(reference, objective.reward(), ANSWERS, Judge.SAMPLED, random).chosen();
            return learner.step(
                t -> Losses.supervised(t, policy.logProbabilities(t, chosen)), falling.at(done));
          };
        });
  }
}
