package workbook.alignment;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// All strings of six of the letters a, b, c, d: 4096. Each is a number, whose digits in base 4 are
/// its letters, the first letter first.
///
/// There are so few that everything about a model of them can be computed and nothing has to be
/// estimated.
final class Strings {

  static final int LETTERS = 4;
  static final int LENGTH = 6;
  static final int COUNT = 1 << 2 * LENGTH;

  private Strings() {}

  /// The letter of a string at a place, from 0 to 3.
  static int letter(int string, int place) {
    return string >> 2 * (LENGTH - 1 - place) & LETTERS - 1;
  }

  static String text(int string) {
    StringBuilder text = new StringBuilder();
    for (int place = 0; place < LENGTH; place++) {
      text.append((char) ('a' + letter(string, place)));
    }
    return text.toString();
  }

  /// How many letters are the same as the one before: 0 to 5.
  static int repeats(int string) {
    int repeats = 0;
    for (int place = 1; place < LENGTH; place++) {
      repeats += letter(string, place) == letter(string, place - 1) ? 1 : 0;
    }
    return repeats;
  }

  /// A number for each string.
  static double[] each(IntToDoubleFunction of) {
    double[] numbers = new double[COUNT];
    Arrays.setAll(numbers, of::applyAsDouble);
    return numbers;
  }
}
