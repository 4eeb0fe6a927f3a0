package workbook.inference;

/// What is made of scores.
final class Logits {

  private Logits() {}

  /// The token with the highest score; of equal ones the lowest.
  static int largest(float[] logits) {
    int best = 0;
    for (int token = 1; token < logits.length; token++) {
      best = logits[token] > logits[best] ? token : best;
    }
    return best;
  }

  /// log softmax: x - max - log Σ e^(x - max), so that nothing overflows.
  static double[] logs(float[] logits) {
    double largest = logits[largest(logits)];
    double sum = 0;
    for (float logit : logits) {
      sum += StrictMath.exp(logit - largest);
    }
    double[] logs = new double[logits.length];
    for (int token = 0; token < logs.length; token++) {
      logs[token] = logits[token] - largest - StrictMath.log(sum);
    }
    return logs;
  }
}
