package workbook.pretraining;

import java.util.List;
import workbook.exercise.Todo;

/// A test that leaks into the text of pretraining.
final class Leak {

  private Leak() {}

  /// The documents of the pretraining text that have nothing of the test in them, in their order. A
  /// document is dropped if `n` words in a row of a test document stand in it, in the same order
  /// with nothing in between. A test document of fewer words counts as a whole. Words are parted by
  /// white space; capital letters are small ones.
  ///
  /// @param pretraining documents
  /// @param test documents, each with at least one word
  /// @param n 1 or more
  static List<String> clean(List<String> pretraining, List<String> test, int n) {
    return Todo.todo("pretraining/5");
  }
}
