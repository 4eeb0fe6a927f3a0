package workbook.basedetection;

import java.util.stream.IntStream;
import workbook.exercise.Exercise;

/// The learner sees: `upTo(2, 2, 2, 2147483647) was not ready after 5 s`
///
/// It is right, and it is the natural next step from the search. With the largest limit it computes
/// two thousand million products to say that there is nothing.
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
    Equation equation = Equation.of(p, q, r);
    return IntStream.rangeClosed(equation.lowestBase(), limit).filter(equation::holdsIn);
  }
}
