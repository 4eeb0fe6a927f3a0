package workbook.basedetection;

import java.util.List;
import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// 6 * 9 = 42 is one equation of many.
@Exercise(
    id = "base-detection/5",
    title = "Any equation of + - * and parentheses",
    hints = {
      "Why is it better to read the equation once, and not once for each base? What would you keep"
          + " of it?",
      "One method for each level: an expression is terms joined by + and -, a term is factors"
          + " joined by *, a factor is a number or an expression in parentheses. How does a loop"
          + " make 10 - 2 - 3 the same as (10 - 2) - 3?",
      "Make a tree of sealed records: Number, Add, Subtract, Multiply, with a method that gives the"
          + " value in a base as a BigInteger. Parse both sides, note the largest digit, and"
          + " evaluate both trees in every base that is left."
    })
final class AnyEquation {

  private AnyEquation() {}

  /// All bases, 2 to `limit`, in which an equation is true, the smallest first.
  ///
  /// An equation is two expressions with `=` between them. In an expression stand numbers of the
  /// digits 0 to 9, `+`, `-`, `*` and parentheses, with blanks between them or not. `*` binds
  /// before `+` and `-`, and equals are read from the left: `10-2-3` is `(10-2)-3`. There is no
  /// sign before a number. Every digit is below the base. Values may have any size.
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
