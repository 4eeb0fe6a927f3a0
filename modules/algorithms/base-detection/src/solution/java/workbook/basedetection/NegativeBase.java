package workbook.basedetection;

/// Below zero there are bases too.
///
/// A value is a polynomial in the base, and a polynomial does not ask for the sign of what is put
/// in. So the search is the same; only the question *is this a digit here?* is about the distance
/// of the base from 0. The proof that there is one base at most is lost, since a carry may now be
/// negative.
final class NegativeBase {

  private NegativeBase() {}

  /// The negative base nearest to 0, -2 to `-limit`, in which p x q = r is true; 0 where there is
  /// none.
  ///
  /// In base -B the digits weigh 1, -B, B^2, -B^3 and so on, and every digit is below B. For
  /// instance 192 in base -13 is 169 - 9 * 13 + 2 = 54, so 6 x 9 = 192 there.
  ///
  /// @param p digits 0 to 9, the most significant first, of any length; so are q and r
  /// @param limit how far from 0 the base may be
  static int nearest(String p, String q, String r, int limit) {
    Equation equation = Equation.of(p, q, r);
    for (int base = -equation.lowestBase(); base >= -limit; base--) {
      if (equation.holdsIn(base)) {
        return base;
      }
    }
    return 0;
  }
}
