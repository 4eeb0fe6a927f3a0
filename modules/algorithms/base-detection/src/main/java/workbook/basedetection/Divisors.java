package workbook.basedetection;

/// Finds the bases of an equation without a search, and so without a limit.
///
/// Take the lowest column that is not the digit of r below it. Nothing was carried into it, so the
/// base divides what is left over. That leaves a few candidates, whatever the limit.
final class Divisors {

  private final Difference difference;
  private long tried;
  private long steps;

  private Divisors(Difference difference) {
    this.difference = difference;
  }

  /// All bases of an equation.
  static Answer bases(Equation equation) {
    Divisors divisors = new Divisors(Difference.of(equation));
    Bases bases = divisors.above(equation.lowestBase());
    return new Answer(bases, divisors.tried, divisors.steps);
  }

  private Bases above(int lowestBase) {
    int column = 0;
    while (column < difference.length() && difference.coefficient(column) == 0) {
      steps++;
      column++;
    }
    if (column == difference.length()) {
      return new Bases.From(lowestBase);
    }
    // Negative where the column is too small: nothing can be carried out of it.
    int surplus = difference.coefficient(column);
    for (int divisor = 1; divisor <= surplus / divisor; divisor++) {
      steps++;
      if (surplus % divisor == 0) {
        if (isBase(divisor, lowestBase, column)) {
          return new Bases.One(divisor);
        }
        if (isBase(surplus / divisor, lowestBase, column)) {
          return new Bases.One(surplus / divisor);
        }
      }
    }
    return new Bases.None();
  }

  private boolean isBase(int candidate, int lowestBase, int column) {
    return candidate >= lowestBase && carriesEndIn(candidate, column);
  }

  private boolean carriesEndIn(int base, int column) {
    tried++;
    long carry = 0;
    for (int i = column; i < difference.length(); i++) {
      steps++;
      carry += difference.coefficient(i);
      if (carry % base != 0) {
        return false;
      }
      carry /= base;
    }
    return carry == 0;
  }
}
