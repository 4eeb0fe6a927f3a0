package workbook.basedetection;

/// What most people write first: let the JDK read the numbers.
///
/// Both methods give the smallest base up to `limit` in which the equation *seems* to hold, or 0.
/// They are wrong where a product wraps round, and end with a [NumberFormatException] where a
/// number does not fit or the base is above [Character#MAX_RADIX], which is 36.
final class FirstTry {

  private FirstTry() {}

  static int ints(Equation equation, int limit) {
    for (int base = equation.lowestBase(); base <= limit; base++) {
      int p = Integer.parseInt(equation.p().digits(), base);
      int q = Integer.parseInt(equation.q().digits(), base);
      int r = Integer.parseInt(equation.r().digits(), base);
      if (p * q == r) {
        return base;
      }
    }
    return 0;
  }

  static int longs(Equation equation, int limit) {
    for (int base = equation.lowestBase(); base <= limit; base++) {
      long p = Long.parseLong(equation.p().digits(), base);
      long q = Long.parseLong(equation.q().digits(), base);
      long r = Long.parseLong(equation.r().digits(), base);
      if (p * q == r) {
        return base;
      }
    }
    return 0;
  }
}
