package workbook.basedetection;

import workbook.exercise.Exercise;

/// p + q = r is true in which base?
///
/// The puzzle's search with + in the place of x. `BigInteger` has neither a largest value nor a
/// largest radix when the digits are summed by hand, which [Numeral#value] does; and the search
/// starts above the largest digit, so that no base is tried in which the numbers cannot be written.
@Exercise(
    id = "base-detection/1",
    title = "A sum instead of a product",
    hints = {
      "In 5 + 1 = 11, which base would make both sides equal, and can you write a 5 in that base?",
      "Numeral reads digits and gives their value in a base as a BigInteger. Which is the first"
          + " base worth a try?",
      "For each base from the largest digit + 1 (2 at least) to the limit, the limit included:"
          + " return it if the value of p plus the value of q equals the value of r."
    })
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
