package workbook.recurrent;

/// The memory falls like a capital that loses the same percentage every year, so the root comes
/// first. The inverse of the sigmoid comes last, for the bias is what goes into it. `log(1 - g)` is
/// taken as `log1p(-g)`, which is exact where g is nearly 1.
final class ForgetBias {

  private ForgetBias() {}

  static double of(int steps, double share) {
    double gate = Math.pow(share, 1.0 / steps);
    return Math.log(gate) - Math.log1p(-gate);
  }
}
