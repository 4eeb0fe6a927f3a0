package workbook.basedetection;

import java.util.stream.IntStream;
import workbook.exercise.Exercise;

/// The learner sees: `upTo(6, 9, 42, 12)] expected: [] but was: [13]`
///
/// The method knows the base without the limit, so the limit is left out of the one case where it
/// still counts.
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
    return switch (Divisors.bases(Equation.of(p, q, r)).bases()) {
      case Bases.None() -> IntStream.empty();
      case Bases.One(int base) -> IntStream.of(base);
      case Bases.From(int lowest) -> IntStream.rangeClosed(lowest, limit);
    };
  }
}
