package workbook.text;

import java.util.List;
import java.util.stream.IntStream;
import workbook.exercise.Exercise;

/// The learner sees: `[the pieces of 2 characters of 7, split at 4: the character at 4 is in a
/// piece to learn from and in one to be asked about]`
///
/// By where a piece starts. The last pieces to learn from reach over the split.
@Exercise(
    id = "text/3",
    title = "A split that does not leak",
    hints = {
      "Pieces overlap: the piece at 0 and the piece at 1 share all but one character. So is a piece"
          + " that was left out of training really unknown?",
      "Split the text first and cut the pieces after that, each out of one side only.",
      "A piece of length n at start covers start to start + n - 1. It is for training if start + n"
          + " <= split, for validation if start >= split, and else for neither."
    })
final class Windows {

  private Windows() {}

  record Sides(List<Integer> training, List<Integer> validation) {}

  static Sides split(int characters, int split, int length) {
    return new Sides(
        IntStream.range(0, split).boxed().toList(),
        IntStream.rangeClosed(split, characters - length).boxed().toList());
  }
}
