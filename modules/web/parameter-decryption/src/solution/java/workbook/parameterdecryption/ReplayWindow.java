package workbook.parameterdecryption;

/// Bit i of the word stands for the number `highest - i`.
final class ReplayWindow {

  static final int SIZE = 64;

  private long highest;
  private long seen;

  boolean accept(long number) {
    if (number < 1) {
      return false;
    }
    if (number > highest) {
      long ahead = number - highest;
      // Java shifts a long by the distance modulo 64.
      seen = ahead < SIZE ? seen << ahead : 0;
      seen |= 1;
      highest = number;
      return true;
    }
    long behind = highest - number;
    if (behind >= SIZE) {
      return false;
    }
    long bit = 1L << behind;
    boolean isNew = (seen & bit) == 0;
    seen |= bit;
    return isNew;
  }
}
