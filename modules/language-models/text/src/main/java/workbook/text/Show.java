package workbook.text;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// Text in one line: what cannot be seen is written as Java writes it. So nothing that a text holds
/// reaches a terminal as a command, such as the escape that wipes it.
public final class Show {

  private Show() {}

  /// A text, with what cannot be seen written as a Java escape.
  public static String text(String text) {
    return text.codePoints().mapToObj(Show::character).collect(Collectors.joining());
  }

  /// Bytes as text, or in hexadecimal where they are part of a character.
  static String bytes(byte... bytes) {
    WideUtf8.Decoder decoder = new WideUtf8.Decoder();
    decoder.bytes(bytes);
    String text = decoder.toString();
    return Arrays.equals(WideUtf8.encode(text), bytes)
        ? text(text)
        : "<" + HexFormat.of().withUpperCase().formatHex(bytes) + ">";
  }

  /// A character with its code point, for a message.
  static String named(int codePoint) {
    return "'%s' (U+%04X)".formatted(character(codePoint), codePoint);
  }

  private static String character(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> isVisible(c) ? Character.toString(c) : "\\u%04X".formatted(c);
    };
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
