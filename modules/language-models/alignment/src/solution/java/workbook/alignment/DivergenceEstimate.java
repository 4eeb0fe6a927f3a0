package workbook.alignment;

/// e^x − 1 by `expm1`: e^x itself is so near to 1 where the models are nearly the same that
/// subtracting 1 leaves nothing but rounding.
final class DivergenceEstimate {

  private DivergenceEstimate() {}

  static double of(double[] policy, double[] reference, boolean[] answer) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < policy.length; i++) {
      if (answer[i]) {
        double x = reference[i] - policy[i];
        sum += Math.expm1(x) - x;
        count++;
      }
    }
    return sum / count;
  }
}
