package workbook.basedetection;

/// The claim *p times q is r*, true in some bases and false in others.
public record Equation(Numeral p, Numeral q, Numeral r) {

  /// Reads the three numerals.
  ///
  /// @throws IllegalArgumentException if one cannot be read; the message says which and why
  public static Equation of(String p, String q, String r) {
    return new Equation(read("p", p), read("q", q), read("r", r));
  }

  /// The smallest base in which all three numerals can be written: above every digit, and no less
  /// than 2.
  public int lowestBase() {
    int largest = Math.max(p.largestDigit(), Math.max(q.largestDigit(), r.largestDigit()));
    return Math.max(2, largest + 1);
  }

  /// How many digits there are to read in all.
  public int length() {
    return p.length() + q.length() + r.length();
  }

  /// Whether the claim is true in a base, by computing both sides.
  ///
  /// @param base at least [#lowestBase()]
  public boolean holdsIn(int base) {
    return p.value(base).multiply(q.value(base)).equals(r.value(base));
  }

  @Override
  public String toString() {
    return "%s x %s = %s".formatted(p, q, r);
  }

  private static Numeral read(String name, String text) {
    try {
      return new Numeral(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }
}
