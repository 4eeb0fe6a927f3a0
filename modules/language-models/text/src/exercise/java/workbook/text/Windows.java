package workbook.text;

import java.util.List;
import workbook.exercise.Todo;

/// A split that does not leak.
final class Windows {

  private Windows() {}

  /// Where the pieces start that there are to learn from and to be asked about, in order.
  record Sides(List<Integer> training, List<Integer> validation) {}

  /// Shares out all pieces of `length` characters of a text of `characters` characters. No
  /// character may be in a piece on both sides; what lies before `split` is there to learn from.
  /// Every piece that fits one side is on it.
  ///
  /// `split(7, 4, 2)` is `[0, 1, 2]` and `[4, 5]`: the piece at 3 would be on both sides.
  ///
  /// @param split from 0 to `characters`; a side may be empty, and then has no pieces
  /// @param length 1 or more
  static Sides split(int characters, int split, int length) {
    return Todo.todo("text/3");
  }
}
