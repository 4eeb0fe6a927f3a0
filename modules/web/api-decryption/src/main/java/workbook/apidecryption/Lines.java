package workbook.apidecryption;

import java.util.Arrays;

/// Where the lines of a text begin. The text is read once, however many places are asked for.
final class Lines {

  private final int[] starts;

  private Lines(int[] starts) {
    this.starts = starts;
  }

  static Lines of(CharSequence text) {
    int[] starts = new int[16];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        if (lines == starts.length) {
          starts = Arrays.copyOf(starts, 2 * lines);
        }
        starts[lines] = i + 1;
        lines++;
      }
    }
    return new Lines(Arrays.copyOf(starts, lines));
  }

  /// Line and column, both from 1, as a browser's developer tools count.
  String at(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    int line = found >= 0 ? found : -found - 2;
    return "%d:%d".formatted(line + 1, offset - starts[line] + 1);
  }
}
