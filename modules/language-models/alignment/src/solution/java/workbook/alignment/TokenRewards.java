package workbook.alignment;

/// Token t stands in element t − 1, so the answer is in the elements prompt − 1 to length − 2, and
/// the end token in the last of these.
final class TokenRewards {

  private TokenRewards() {}

  static double[] of(
      double[] policy, double[] reference, int prompt, int length, double score, double beta) {
    double[] rewards = new double[policy.length];
    for (int i = prompt - 1; i < length - 1; i++) {
      rewards[i] = -beta * (policy[i] - reference[i]);
    }
    rewards[length - 2] += score;
    return rewards;
  }
}
