package workbook.basedetection;

/// Tries one base after the other, with numbers that cannot overflow.
final class Search {

  private Search() {}

  /// The smallest base up to a limit in which an equation holds.
  static Answer smallest(Equation equation, int limit) {
    long tried = 0;
    // A long, so that the loop ends at a limit of Integer.MAX_VALUE too.
    for (long base = equation.lowestBase(); base <= limit; base++) {
      tried++;
      if (equation.holdsIn((int) base)) {
        return new Answer(new Bases.One((int) base), tried, tried * equation.length());
      }
    }
    return new Answer(new Bases.None(), tried, tried * equation.length());
  }
}
