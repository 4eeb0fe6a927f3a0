package workbook.basedetection;

import workbook.exercise.Todo;

/// p + q = r is true in which base?
final class SumBase {

  private SumBase() {}

  /// The smallest base, 2 to `limit`, in which p + q = r is true; 0 where there is none.
  ///
  /// Every digit is below the base. The numbers may have any length, and the limit may be above 36.
  ///
  /// @param p digits 0 to 9, the most significant first; so are q and r
  /// @param limit the largest base allowed
  static int smallest(String p, String q, String r, int limit) {
    return Todo.todo("base-detection/1");
  }
}
