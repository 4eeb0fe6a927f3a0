package workbook.basedetection;

import workbook.exercise.Exercise;

/// The learner sees: `smallest(5, 1, 11, 40)] expected: 0 but was: 5`
///
/// 5 + 1 = 11 has equal sides in base 5, but there is no digit 5 there. The arithmetic does not
/// mind, and so the check is forgotten.
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
    Numeral a = new Numeral(p);
    Numeral b = new Numeral(q);
    Numeral c = new Numeral(r);
    for (int base = 2; base <= limit; base++) {
      if (a.value(base).add(b.value(base)).equals(c.value(base))) {
        return base;
      }
    }
    return 0;
  }
}
