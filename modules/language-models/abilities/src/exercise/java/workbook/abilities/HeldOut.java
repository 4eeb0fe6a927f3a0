package workbook.abilities;

import java.util.List;
import java.util.Set;
import workbook.exercise.Todo;

/// What may be trained on, if some combinations are to be tested that the model has never met.
final class HeldOut {

  private HeldOut() {}

  /// The commands that may be trained on. A command is a phrase, or several, joined by the words
  /// `and` and `after`: `walk twice and jump left`. No phrase of them may be held out, first or
  /// last. A phrase is held out as a whole: if `jump left` is, `jump` and `jump left twice` may be
  /// trained on.
  ///
  /// @param commands words with one space between them; a command may be there several times
  /// @param heldOut the phrases that are kept for the test
  /// @return those that may be trained on, in order, as often as they are there
  static List<String> training(List<String> commands, Set<String> heldOut) {
    return Todo.todo("abilities/3");
  }
}
