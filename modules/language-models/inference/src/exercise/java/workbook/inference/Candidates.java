package workbook.inference;

import workbook.exercise.Todo;

/// The tokens that may be drawn: top-k, then top-p.
final class Candidates {

  private Candidates() {}

  /// Keeps the `k` most probable tokens, and of these the most probable until they have `topP`
  /// together: the token with which they reach it is the last that is kept. Of equal tokens the
  /// lower counts as more probable. What is kept is divided by its sum, after the first step and
  /// after the second.
  ///
  /// `keep({.5, .25, .25}, 2, .6)` is `{1, 0, 0}`: the first two have 2/3 and 1/3, and 2/3 reaches
  /// .6.
  ///
  /// @param p probabilities, which add up to 1. They stay as they are
  /// @param k from 1 to their number
  /// @param topP above 0 up to 1; 1 keeps all of the `k`
  /// @return a new array with 0 for the others, right to 1e-9
  static double[] keep(double[] p, int k, double topP) {
    return Todo.todo("inference/2");
  }
}
