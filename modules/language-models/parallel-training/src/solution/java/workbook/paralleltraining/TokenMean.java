package workbook.paralleltraining;

import java.util.Arrays;

/// Every token counts alike, so a worker's mean counts as often as it has tokens. The number of
/// tokens travels with the gradient, as one element more.
final class TokenMean {

  private TokenMean() {}

  static float[] gradient(Communicator c, float[] gradient, int tokens) {
    float[] sum = Arrays.copyOf(gradient, gradient.length + 1);
    for (int i = 0; i < gradient.length; i++) {
      sum[i] *= tokens;
    }
    sum[gradient.length] = tokens;
    Ring.allReduce(c, sum);
    float all = sum[gradient.length];
    float[] mean = new float[gradient.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = all == 0 ? 0 : sum[i] / all;
    }
    return mean;
  }
}
