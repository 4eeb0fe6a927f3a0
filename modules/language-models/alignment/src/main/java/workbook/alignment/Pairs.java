package workbook.alignment;

import java.util.random.RandomGenerator;

/// Pairs of answers to the same question, and which of them people chose.
///
/// @param chosen the answers that won
/// @param rejected those that lost, in the same order
record Pairs(int[] chosen, int[] rejected) {

  /// How a judge decides.
  enum Judge {

    /// As Bradley and Terry say: the first wins with probability σ(difference of the rewards).
    SAMPLED,

    /// The larger reward wins, always; of equals the second.
    HARD;

    boolean prefersFirst(double difference, RandomGenerator random) {
      return this == HARD
          ? difference > 0
          : random.nextDouble() < 1 / (1 + StrictMath.exp(-difference));
    }
  }

  /// @param from what both answers are drawn from
  static Pairs draw(Sampler from, double[] reward, int count, Judge judge, RandomGenerator random) {
    int[] chosen = from.draw(count, random);
    int[] rejected = from.draw(count, random);
    for (int i = 0; i < count; i++) {
      int first = chosen[i];
      if (!judge.prefersFirst(reward[first] - reward[rejected[i]], random)) {
        chosen[i] = rejected[i];
        rejected[i] = first;
      }
    }
    return new Pairs(chosen, rejected);
  }

  /// How often each answer is chosen, as log-probabilities, by a judge who errs: proportional to
  /// ref_i Σ_j ref_j σ(r_i − r_j).
  static double[] chosen(double[] reference, double[] reward) {
    double[] scores = new double[reference.length];
    for (int i = 0; i < scores.length; i++) {
      double wins = 0;
      for (int j = 0; j < scores.length; j++) {
        wins += StrictMath.exp(reference[j]) / (1 + StrictMath.exp(reward[j] - reward[i]));
      }
      scores[i] = reference[i] + StrictMath.log(wins);
    }
    return Distributions.normalised(scores);
  }

  /// So many of these, drawn with repetition.
  Pairs some(int count, RandomGenerator random) {
    Pairs some = new Pairs(new int[count], new int[count]);
    for (int i = 0; i < count; i++) {
      int at = random.nextInt(chosen.length);
      some.chosen[i] = chosen[at];
      some.rejected[i] = rejected[at];
    }
    return some;
  }

  /// DPO's loss on these: the mean of −ln σ(β m), where m is log π − log ref of the chosen answer
  /// less that of the rejected one.
  ///
  /// @param logs log π of each answer that there is
  double loss(Objective objective, double... logs) {
    double sum = 0;
    for (int i = 0; i < chosen.length; i++) {
      double margin = objective.ratio(logs, chosen[i]) - objective.ratio(logs, rejected[i]);
      sum += StrictMath.log1p(StrictMath.exp(-objective.beta() * margin));
    }
    return sum / chosen.length;
  }
}
