package workbook.climbingstairs;

/// The one rule about the height of the stairs, in one place.
final class Height {

  private Height() {}

  /// @throws IllegalArgumentException if `n` is negative. Nothing is above the top: there is no
  ///   number of ways to climb -3 steps, not even 0.
  static void check(long n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must be 0 or more, and was " + n);
    }
  }
}
