package workbook.alignment;

/// −log σ(x) = log(1 + e^−x). Where x is far below 0, e^−x is infinite, and −x + log(1 + e^x),
/// which is the same, is not.
final class RankingLoss {

  private RankingLoss() {}

  static double of(double... rewards) {
    double sum = 0;
    int pairs = 0;
    for (int better = 0; better < rewards.length; better++) {
      for (int worse = better + 1; worse < rewards.length; worse++) {
        double x = rewards[better] - rewards[worse];
        sum += Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
        pairs++;
      }
    }
    return sum / pairs;
  }
}
