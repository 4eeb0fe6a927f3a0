package workbook.abilities;

import java.util.Iterator;
import java.util.function.UnaryOperator;
import workbook.exercise.Todo;

/// Stops a model at its first call of a tool, and puts the tool's answer there.
final class Splice {

  private Splice() {}

  /// What stands there after the call: all that the model wrote up to and with `</call>`, and
  /// behind it `<result>`, the tool's answer, and `</result>`. What the model wrote behind
  /// `</call>` is thrown away, and it is not asked for more. A call begins at the first `<call>`; a
  /// `</call>` before it ends nothing. Without a call, whole, all that the model wrote is returned.
  ///
  /// An answer is data: each `<` in it is written as `&lt;`. If the tool throws a RuntimeException,
  /// the answer is `error`.
  ///
  /// @param pieces what the model writes, in pieces of any length, so that a mark may stand in
  ///   several; each costs money
  /// @param tool is given what stands between `<call>` and `</call>`
  static String write(Iterator<String> pieces, UnaryOperator<String> tool) {
    return Todo.todo("abilities/6");
  }
}
