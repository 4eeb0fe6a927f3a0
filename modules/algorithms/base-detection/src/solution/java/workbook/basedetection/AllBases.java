package workbook.basedetection;

import java.util.stream.IntStream;

/// Not only the smallest base, but all of them.
///
/// There are three cases and no fourth: the carries have shown that. A sealed interface makes the
/// compiler check that each has its stream. `rangeClosed` holds two numbers, not two thousand
/// million; it is empty where its first number is above its last.
final class AllBases {

  private AllBases() {}

  /// All bases, 2 to `limit`, in which p x q = r is true, the smallest first.
  ///
  /// A limit of [Integer#MAX_VALUE] takes no longer than one of 40.
  ///
  /// @param p digits 0 to 9, the most significant first; so are q and r
  /// @param limit the largest base allowed
  static IntStream upTo(String p, String q, String r, int limit) {
    return switch (Divisors.bases(Equation.of(p, q, r)).bases()) {
      case Bases.None() -> IntStream.empty();
      case Bases.One(int base) -> IntStream.of(base).filter(only -> only <= limit);
      case Bases.From(int lowest) -> IntStream.rangeClosed(lowest, limit);
    };
  }
}
