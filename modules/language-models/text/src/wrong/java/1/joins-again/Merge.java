package workbook.text;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// The learner sees: `[1 2 2, with 1 2 joined to 1] expected: [1, 2] but was: [1]`
///
/// Replaces in place and looks at the same place again, where the joined token may begin a pair.
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
    int[] result = tokens.clone();
    int i = 0;
    while (i + 1 < result.length) {
      if (result[i] == left && result[i + 1] == right) {
        result[i] = joined;
        System.arraycopy(result, i + 2, result, i + 1, result.length - i - 2);
        result = Arrays.copyOf(result, result.length - 1);
      } else {
        i++;
      }
    }
    return result;
  }
}
