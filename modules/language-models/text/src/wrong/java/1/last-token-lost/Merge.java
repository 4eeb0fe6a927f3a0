package workbook.text;

import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[1 2 3, with 1 2 joined to 9] expected: [9, 3] but was: [9]`
///
/// The loop ends before the last token, because that has none after it.
@Exercise(
    id = "text/1",
    title = "One merge of byte pairs",
    hints = {
      "Read from left to right. What do you do where the pair stands, and where do you go on?",
      "Two pairs can share a token: of 1 1 1 the first two make the pair, and the third is alone.",
      "Write into a new array; at a pair, write the joined token and step over two tokens. Take"
          + " care at the last token, which has none after it."
    })
final class Merge {

  private Merge() {}

  static int[] apply(int[] tokens, int left, int right, int joined) {
    List<Integer> result = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (tokens[i] == left && tokens[i + 1] == right) {
        result.add(joined);
        i++;
      } else {
        result.add(tokens[i]);
      }
    }
    return result.stream().mapToInt(Integer::intValue).toArray();
  }
}
