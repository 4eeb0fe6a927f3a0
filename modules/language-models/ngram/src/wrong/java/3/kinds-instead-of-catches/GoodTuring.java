package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[the chance of a new species after 18 fish] expected: 0.166667 but was: 0.5`
///
/// Divides by how many species there are, and not by how many fish.
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

  static double unseen(int... seen) {
    if (seen.length == 0) {
      throw new IllegalArgumentException("nothing was seen");
    }
    return (double) kinds(1, seen) / seen.length;
  }

  static double expected(int r, int... seen) {
    long more = kinds(r + 1, seen);
    return more == 0 ? r : (r + 1.0) * more / kinds(r, seen);
  }

  private static long kinds(int r, int... seen) {
    return Arrays.stream(seen).filter(times -> times == r).count();
  }
}
