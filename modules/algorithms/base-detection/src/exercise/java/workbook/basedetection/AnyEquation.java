package workbook.basedetection;

import java.util.List;
import workbook.exercise.Todo;

/// 6 * 9 = 42 is one equation of many.
final class AnyEquation {

  private AnyEquation() {}

  /// All bases, 2 to `limit`, in which an equation is true, the smallest first.
  ///
  /// An equation is two expressions with `=` between them. In an expression stand numbers of the
  /// digits 0 to 9, `+`, `-`, `*` and parentheses, with blanks (U+0020 alone) before, between and
  /// after them or not. `*` binds before `+` and `-`, and equals are read from the left: `10-2-3`
  /// is `(10-2)-3`. There is no sign before a number. Every digit is below the base. Values may
  /// have any size.
  ///
  /// @param equation for instance `6*9=42`
  /// @param limit the largest base allowed, up to 10,000
  /// @throws IllegalArgumentException if the equation cannot be read; the message has the words
  ///   `character N`, where N, counted from 1, is the place of the first character that does not
  ///   fit, or the place after the last one where something is missing
  static List<Integer> bases(String equation, int limit) {
    return Todo.todo("base-detection/5");
  }
}
