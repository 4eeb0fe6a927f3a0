package workbook.basedetection;

import java.util.stream.IntStream;
import workbook.exercise.Todo;

/// Not only the smallest base, but all of them.
final class AllBases {

  private AllBases() {}

  /// All bases, 2 to `limit`, in which p x q = r is true, the smallest first.
  ///
  /// A limit of [Integer#MAX_VALUE] takes no longer than one of 40.
  ///
  /// @param p digits 0 to 9, the most significant first; so are q and r
  /// @param limit the largest base allowed
  static IntStream upTo(String p, String q, String r, int limit) {
    return Todo.todo("base-detection/2");
  }
}
