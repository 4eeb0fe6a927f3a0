package workbook.ngram;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Good-Turing.
@Exercise(
    id = "ngram/3",
    title = "Good-Turing",
    hints = {
      "You have caught 18 fish of six species, three species once. How likely is the next fish one of"
          + " a species that you have not seen?",
      "As likely as what you have seen once was just before you saw it: the number of species seen"
          + " once, by the number of fish. What is seen r times moves down the same way.",
      "r* = (r + 1) · n(r+1) / n(r), where n(r) is how many species were seen r times. If n(r+1) is 0"
          + " there is nothing to go by: keep r."
    })
final class GoodTuring {

  private GoodTuring() {}

  /// The chance that the next one is of a kind that was never seen.
  ///
  /// @param seen how often each kind was seen, 1 or more each
  /// @throws IllegalArgumentException if nothing was seen
  static double unseen(int... seen) {
    return Todo.todo("ngram/3");
  }

  /// How often a kind that was seen `r` times is to be expected in as many again: r\*. Where no
  /// kind was seen `r + 1` times it is `r`.
  ///
  /// @param r a number of times that some kind was seen
  static double expected(int r, int... seen) {
    return Todo.todo("ngram/3");
  }
}
