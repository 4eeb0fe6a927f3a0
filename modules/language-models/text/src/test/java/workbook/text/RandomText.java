package workbook.text;

import java.util.Random;

/// Strings of every kind of character, from a seed.
final class RandomText {

  private RandomText() {}

  /// Whole characters only: what UTF-8 can hold.
  static String valid(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(60);
    while (text.length() < length) {
      text.appendCodePoint(character(random));
    }
    return text.toString();
  }

  /// The same, with halves of surrogate pairs in between.
  static String any(Random random) {
    StringBuilder text = new StringBuilder(valid(random));
    for (int i = random.nextInt(5); i > 0; i--) {
      char half = (char) (Character.MIN_SURROGATE + random.nextInt(2048));
      text.insert(random.nextInt(text.length() + 1), half);
    }
    return text.toString();
  }

  /// A word of the first letters of the alphabet.
  static String letters(Random random, int length, int different) {
    return random
        .ints(length, 'a', 'a' + different)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int character(Random random) {
    while (true) {
      int c =
          switch (random.nextInt(10)) {
            case 0, 1, 2 -> random.nextInt(0x20, 0x7F);
            case 3 -> ' ';
            case 4 -> "\n\r\t\u00A0\u3000'0123".codePointAt(random.nextInt(10));
            case 5 -> random.nextInt(0x80, 0x250);
            case 6 -> random.nextInt(0x370, 0x700);
            case 7 -> random.nextInt(0x4E00, 0xA000);
            case 8 -> random.nextInt(0x1F300, 0x1F700);
            default -> random.nextInt(0x110000);
          };
      if (Character.getType(c) != Character.SURROGATE) {
        return c;
      }
    }
  }
}
