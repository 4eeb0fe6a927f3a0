package workbook.statespace;

import workbook.exercise.Todo;

/// One state of h' = a h + b u, as it is taken in steps while the input is held.
final class ZeroOrderHold {

  private ZeroOrderHold() {}

  /// The step h = ā h + b̄ u that goes exactly where h' = a h + b u goes while u stays the same.
  ///
  /// @param a less than 0, or 0: then the state is a sum
  /// @param delta how long the step is
  /// @return ā and b̄; b̄ to 12 digits, also where `a · delta` is as small as 1e-12
  static double[] step(double a, double b, double delta) {
    return Todo.todo("state-space/1");
  }
}
