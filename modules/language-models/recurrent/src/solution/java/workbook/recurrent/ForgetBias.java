package workbook.recurrent;

/// The memory falls like a capital that loses the same percentage every year, so the root comes
/// first. The inverse of the sigmoid, log(g / (1 - g)), comes last, because the bias is what goes
/// into the sigmoid. It is written as a difference of two logarithms.
final class ForgetBias {

  private ForgetBias() {}

  static double of(int steps, double share) {
    double gate = Math.pow(share, 1.0 / steps);
    return Math.log(gate) - Math.log1p(-gate);
  }
}
