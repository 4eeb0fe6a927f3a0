package workbook.basedetection;

import workbook.exercise.Exercise;

/// The learner sees: `smallest(5, 7, 10, 12)] expected: 12 but was: 0`
///
/// The habit of counting from 0 to n - 1. Here the limit is the largest base that is allowed, not
/// the first that is not.
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
    Equation numerals = Equation.of(p, q, r);
    for (int base = numerals.lowestBase(); base < limit; base++) {
      if (numerals.p().value(base).add(numerals.q().value(base)).equals(numerals.r().value(base))) {
        return base;
      }
    }
    return 0;
  }
}
