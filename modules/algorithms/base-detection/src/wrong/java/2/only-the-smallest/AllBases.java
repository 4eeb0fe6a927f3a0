package workbook.basedetection;

import java.util.stream.IntStream;
import workbook.exercise.Exercise;

/// The learner sees: `upTo(11, 11, 121, 10)] expected: [3, 4, 5, 6, 7, 8, 9, 10] but was: [3]`
///
/// The search of the puzzle returns at the first base, and wrapping its answer in a stream is
/// quickly done.
@Exercise(
    id = "base-detection/2",
    title = "All bases, whatever the limit",
    hints = {
      "How many bases can there be? Run base-detection for 2 2 2, for 6 9 42 and for 11 11 121.",
      "Divisors.bases(equation).bases() is one of three records. What is the stream for each, and"
          + " what does the limit do to it?",
      "switch over None, One and From: an empty stream, IntStream.of the base if it is not above"
          + " the limit, and IntStream.rangeClosed, which makes nothing until it is asked."
    })
final class AllBases {

  private AllBases() {}

  static IntStream upTo(String p, String q, String r, int limit) {
    int smallest = Divisors.bases(Equation.of(p, q, r)).bases().smallest(limit);
    return smallest == 0 ? IntStream.empty() : IntStream.of(smallest);
  }
}
