package workbook.recurrent;

import workbook.exercise.Todo;

/// How long does an LSTM remember?
final class ForgetBias {

  private ForgetBias() {}

  /// The bias of a forget gate with which, after `steps` steps, `share` of the memory is left, if
  /// the gate sees nothing but its bias and nothing new is written.
  ///
  /// `of(2, 0.25)` is 0: the gate is then 1/2, and a half of a half is a quarter. The bias is right
  /// to 1e-6 for up to a million steps.
  ///
  /// @param steps 1 or more
  /// @param share more than 0 and less than 1
  static double of(int steps, double share) {
    return Todo.todo("recurrent/1");
  }
}
