package workbook.basedetection;

import workbook.exercise.Exercise;

/// The learner sees: `radix 37 greater than Character.MAX_RADIX`
///
/// The JDK reads numbers in a radix, so why write that again? Its digits end at z, that is at radix
/// 36, and a `long` ends at 19 decimal digits.
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

  static int smallest(String p, String q, String r, int limit) {
    for (int base = Equation.of(p, q, r).lowestBase(); base <= limit; base++) {
      if (Long.parseLong(p, base) + Long.parseLong(q, base) == Long.parseLong(r, base)) {
        return base;
      }
    }
    return 0;
  }
}
