package workbook.ngram;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[how many carp to expect in 18 more fish] expected: 10.0 but was: 0.0`
///
/// By the formula alone: nothing was seen 11 times, so what was seen 10 times is not expected at
/// all.
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
    return (double) kinds(1, seen) / Arrays.stream(seen).asLongStream().sum();
  }

  static double expected(int r, int... seen) {
    return (r + 1.0) * kinds(r + 1, seen) / kinds(r, seen);
  }

  private static long kinds(int r, int... seen) {
    return Arrays.stream(seen).filter(times -> times == r).count();
  }
}
