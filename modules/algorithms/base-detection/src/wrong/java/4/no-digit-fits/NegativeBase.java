package workbook.basedetection;

import workbook.exercise.Exercise;

/// The learner sees: `nearest(6, 9, 192, 40)] expected: -13 but was: 0`
///
/// The check that every digit is below the base, taken over unchanged: no digit is below -13.
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
    int largest = equation.lowestBase() - 1;
    for (int base = -2; base >= -limit; base--) {
      if (largest < base && equation.holdsIn(base)) {
        return base;
      }
    }
    return 0;
  }
}
