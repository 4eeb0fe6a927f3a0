package workbook.alignment;

/// How much better than expected each of a batch of answers was.
enum Advantages {

  /// The return minus the mean of the batch.
  CENTRED,

  /// The same, divided by the standard deviation of the batch, as most PPO code does.
  NORMALISED;

  float[] of(double... returns) {
    int n = returns.length;
    double mean = 0;
    for (double one : returns) {
      mean += one / n;
    }
    double variance = 0;
    for (double one : returns) {
      variance += (one - mean) * (one - mean) / (n - 1);
    }
    double scale = this == NORMALISED ? 1 / (StrictMath.sqrt(variance) + 1e-8) : 1;
    float[] advantages = new float[n];
    for (int i = 0; i < n; i++) {
      advantages[i] = (float) ((returns[i] - mean) * scale);
    }
    return advantages;
  }
}
