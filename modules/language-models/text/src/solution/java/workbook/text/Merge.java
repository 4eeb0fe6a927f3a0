package workbook.text;

import java.util.Arrays;

/// Written into a new array while reading the old one: what was written is never read, so a joined
/// token cannot be joined again in the same merge.
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
