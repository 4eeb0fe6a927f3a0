package workbook.alignment;

import java.util.random.RandomGenerator;

/// Answers that a policy gave, and what they brought.
///
/// @param answers drawn from the policy
/// @param old its log-probabilities of them
/// @param returns of each the reward, less β (log π − log ref): the mean of that is the objective,
///   because the mean of log π − log ref under π is KL(π ‖ ref)
record Batch(int[] answers, float[] old, double[] returns) {

  static Batch draw(Policy policy, Objective objective, int count, RandomGenerator random) {
    double[] all = policy.all();
    int[] answers = new Sampler(all).draw(count, random);
    float[] old = new float[count];
    double[] returns = new double[count];
    for (int i = 0; i < count; i++) {
      int answer = answers[i];
      old[i] = (float) all[answer];
      double distance = all[answer] - objective.reference()[answer];
      returns[i] = objective.reward()[answer] - objective.beta() * distance;
    }
    return new Batch(answers, old, returns);
  }
}
