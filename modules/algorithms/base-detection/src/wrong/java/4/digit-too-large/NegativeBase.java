package workbook.basedetection;

import workbook.exercise.Exercise;

/// The learner sees: `nearest(11, 11, 121, 40)] expected: -3 but was: -2`
///
/// Starting at -2 without a look at the digits. A 2 cannot be written in base -2, whose digits are
/// 0 and 1.
@Exercise(
    id = "base-detection/4",
    title = "Negative bases",
    hints = {
      "Work out 192 in base -13 on paper. Which powers of the base count up, and which down?",
      "Numeral.value works for a negative base too. Which digits can be written in base -13, and so"
          + " which is the first base worth a try?",
      "From -(largest digit + 1), or -2 if that is nearer to 0 than -2, count down to -limit;"
          + " return the first base in which the two sides have one value."
    })
final class NegativeBase {

  private NegativeBase() {}

  static int nearest(String p, String q, String r, int limit) {
    Equation equation = Equation.of(p, q, r);
    for (int base = -2; base >= -limit; base--) {
      if (equation.holdsIn(base)) {
        return base;
      }
    }
    return 0;
  }
}
