package workbook.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import workbook.exercise.Exercise;

/// The learner sees: `is in a piece to learn from and in one to be asked about`
///
/// Shuffles the pieces and shares them out, as one does with pictures. Each piece to be asked about
/// has neighbours to learn from that hold nearly all of it, and the score is too good to be true.
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
    List<Integer> starts =
        new ArrayList<>(IntStream.rangeClosed(0, characters - length).boxed().toList());
    Collections.shuffle(starts, new Random(1));
    int cut = (int) ((long) starts.size() * split / characters);
    return new Sides(
        starts.subList(0, cut).stream().sorted().toList(),
        starts.subList(cut, starts.size()).stream().sorted().toList());
  }
}
