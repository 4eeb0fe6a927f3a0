package workbook.basedetection;

/// p + q = r is true in which base?
///
/// The puzzle's search with + in the place of x. `BigInteger` has neither a largest value nor a
/// largest radix when the digits are summed by hand, which [Numeral#value] does; and the search
/// starts above the largest digit, so that no base is tried in which the numbers cannot be written.
final class SumBase {

  private SumBase() {}

  /// The smallest base, 2 to `limit`, in which p + q = r is true; 0 where there is none.
  ///
  /// Every digit is below the base. The numbers may have any length, and the limit may be above 36.
  ///
  /// @param p digits 0 to 9, the most significant first; so are q and r
  /// @param limit the largest base allowed
  static int smallest(String p, String q, String r, int limit) {
    Equation numerals = Equation.of(p, q, r);
    for (int base = numerals.lowestBase(); base <= limit; base++) {
      if (numerals.p().value(base).add(numerals.q().value(base)).equals(numerals.r().value(base))) {
        return base;
      }
    }
    return 0;
  }
}
