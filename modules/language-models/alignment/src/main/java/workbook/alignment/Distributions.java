package workbook.alignment;

/// What can be said of a distribution whose every outcome is known. It is given as the natural
/// logarithms of its probabilities.
final class Distributions {

  private Distributions() {}

  /// The logarithms of probabilities that are proportional to e^score.
  static double[] normalised(double... scores) {
    double sum = logSumExp(scores);
    double[] logs = new double[scores.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = scores[i] - sum;
    }
    return logs;
  }

  /// log of the sum of e^x, computed so that no e^x overflows.
  static double logSumExp(double... x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double one : x) {
      largest = Math.max(largest, one);
    }
    double sum = 0;
    for (double one : x) {
      sum += StrictMath.exp(one - largest);
    }
    return largest + StrictMath.log(sum);
  }

  static double[] logs(double... probabilities) {
    double[] logs = new double[probabilities.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = StrictMath.log(probabilities[i]);
    }
    return logs;
  }

  /// The mean of a number that each outcome has.
  static double expected(double[] logs, double[] of) {
    double sum = 0;
    for (int i = 0; i < logs.length; i++) {
      sum += StrictMath.exp(logs[i]) * of[i];
    }
    return sum;
  }

  /// The Kullback-Leibler divergence KL(p ‖ q), in nats. An outcome that p does not have adds
  /// nothing.
  static double divergence(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum += p[i] == Double.NEGATIVE_INFINITY ? 0 : StrictMath.exp(p[i]) * (p[i] - q[i]);
    }
    return sum;
  }
}
