package workbook.serverrendering;

import java.util.List;
import workbook.exercise.Todo;

/// The way back.
final class PayloadReader {

  private PayloadReader() {}

  /// Reads a payload, of which the JSON is parsed already: slot 0 is the value.
  ///
  /// - A slot that is a string, a number, a boolean or `null` is itself.
  /// - A slot that is a map is an object: its values are the numbers of other slots.
  /// - A slot that is a list is a list of numbers of slots, unless it begins with a string:
  ///   `["Date", text]` is an [java.time.Instant], and `["Set", n, …]` a [java.util.Set] of slots,
  ///   none of which is an object, a list or a set.
  /// - The number -1 stands for [Payload#ABSENT], wherever the number of a slot may stand; -3 for
  ///   NaN.
  ///
  /// What has one slot is one object, however often it is named; and it may contain itself. Objects
  /// and sets keep the order of their members.
  ///
  /// @param slots strings, booleans, `null`, integers and doubles, lists of these, and maps from
  ///   strings to integers
  static Object read(List<Object> slots) {
    return Todo.todo("server-rendering/4");
  }
}
