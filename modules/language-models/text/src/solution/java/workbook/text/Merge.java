package workbook.text;

import java.util.Arrays;
import workbook.exercise.Exercise;

/// Written into a new array while reading the old one: what was written is never read, so a joined
/// token cannot be joined again in the same merge.
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
    int[] result = new int[tokens.length];
    int length = 0;
    for (int i = 0; i < tokens.length; i++) {
      if (i + 1 < tokens.length && tokens[i] == left && tokens[i + 1] == right) {
        result[length++] = joined;
        i++;
      } else {
        result[length++] = tokens[i];
      }
    }
    return Arrays.copyOf(result, length);
  }
}
