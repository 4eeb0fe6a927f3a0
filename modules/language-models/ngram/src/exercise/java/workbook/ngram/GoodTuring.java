package workbook.ngram;

import workbook.exercise.Todo;

/// Good-Turing.
final class GoodTuring {

  private GoodTuring() {}

  /// The chance that the next one is of a kind that was never seen.
  ///
  /// @param seen how often each kind was seen, 1 or more each, in any order; left as it is
  /// @throws IllegalArgumentException if nothing was seen
  static double unseen(int... seen) {
    return Todo.todo("ngram/3");
  }

  /// How often a kind that was seen `r` times is to be expected in as many again: r\*. Where no
  /// kind was seen `r + 1` times it is `r`.
  ///
  /// @param r a number of times that some kind was seen
  /// @param seen as above
  static double expected(int r, int... seen) {
    return Todo.todo("ngram/3");
  }
}
