package workbook.abilities;

import workbook.exercise.Todo;

/// The parity of a string of bits, step by step: `1101=1001`. Behind `=` stands for each bit
/// whether the number of ones up to there is odd; the last step is the answer.
final class Steps {

  private Steps() {}

  /// The bits, `=`, and all steps.
  ///
  /// @param bits of `0` and `1`, at least one
  static String written(String bits) {
    return Todo.todo("abilities/2");
  }

  /// Where what a model has written goes wrong first: the number of the step, from 0 on, that is
  /// not what the bits ask for. A step that is missing is wrong, and so is the first one too many.
  /// Steps may be any characters: a model is free to write nonsense.
  ///
  /// @param text bits of `0` and `1`, at least one, `=`, and what a model has written behind it
  /// @return -1 if nothing is wrong
  static int firstWrong(String text) {
    return Todo.todo("abilities/2");
  }
}
