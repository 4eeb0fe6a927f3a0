package workbook.statespace;

/// After the time Δ the state h has become e^(a Δ) h, and the input has added b u (e^(a Δ) - 1) /
/// a. For a small a Δ the difference e^(a Δ) - 1 loses its digits; [Math#expm1] does not. At a = 0
/// there is nothing to divide by, and the limit is b u Δ.
final class ZeroOrderHold {

  private ZeroOrderHold() {}

  static double[] step(double a, double b, double delta) {
    double added = a == 0 ? delta : Math.expm1(a * delta) / a;
    return new double[] {Math.exp(a * delta), added * b};
  }
}
