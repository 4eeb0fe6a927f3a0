package workbook.alignment;

/// From the end to the beginning, since each advantage needs the next one.
final class AdvantageEstimate {

  private AdvantageEstimate() {}

  static double[] of(
      double[] rewards, double[] values, boolean[] last, double gamma, double lambda) {
    double[] advantages = new double[rewards.length];
    for (int t = rewards.length - 1; t >= 0; t--) {
      double value = last[t] ? 0 : values[t + 1];
      double advantage = last[t] ? 0 : advantages[t + 1];
      double delta = rewards[t] + gamma * value - values[t];
      advantages[t] = delta + gamma * lambda * advantage;
    }
    return advantages;
  }
}
