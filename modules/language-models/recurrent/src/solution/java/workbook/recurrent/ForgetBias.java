package workbook.recurrent;

/// The memory falls like a capital that loses the same percentage every year, so the root comes
/// first. The inverse of the sigmoid, log(g / (1 - g)), comes last, because the bias is what goes
/// into the sigmoid. All is computed from log(g): a gate near 1 has lost the digits of what it
/// lacks to 1, and -expm1(log(g)) has them.
final class ForgetBias {

  private ForgetBias() {}

  static double of(int steps, double share) {
    double logGate = Math.log(share) / steps;
    return logGate - Math.log(-Math.expm1(logGate));
  }
}
