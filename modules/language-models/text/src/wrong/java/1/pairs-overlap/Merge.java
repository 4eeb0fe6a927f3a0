package workbook.text;

import java.util.ArrayList;
import java.util.List;
import workbook.exercise.Exercise;

/// The learner sees: `[7 7 7, with 7 7 joined to 9] expected: [9, 7] but was: [9, 9]`
///
/// A token is used for the pair on its left and for that on its right.
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
    boolean used = false;
    for (int i = 0; i < tokens.length; i++) {
      boolean pair = i + 1 < tokens.length && tokens[i] == left && tokens[i + 1] == right;
      if (pair) {
        result.add(joined);
      } else if (!used) {
        result.add(tokens[i]);
      }
      used = pair;
    }
    return result.stream().mapToInt(Integer::intValue).toArray();
  }
}
