package workbook.alignment;

import java.util.random.RandomGenerator;

/// Answers that a policy gave, and what they brought.
///
/// @param answers drawn from the policy
/// @param old its log-probabilities of them
/// @param returns as [Objective#returns] has them
record Batch(int[] answers, float[] old, double[] returns) {

  static Batch draw(Policy policy, Objective objective, int count, RandomGenerator random) {
    double[] all = policy.all();
    int[] answers = new Sampler(all).draw(count, random);
    float[] old = new float[count];
    for (int i = 0; i < count; i++) {
      old[i] = (float) all[answers[i]];
    }
    return new Batch(answers, old, objective.returns(answers, old));
  }
}
