package workbook.newtopic;

/// The k-th odd number is what a square of side k - 1 lacks to be one of side k. One factor is a
/// long, because the product of two ints is an int.
final class SumOfOdds {

  private SumOfOdds() {}

  static long first(int n) {
    return (long) n * n;
  }
}
