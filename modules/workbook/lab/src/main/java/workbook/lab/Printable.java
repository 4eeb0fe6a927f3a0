package workbook.lab;

/// Text of somebody else's as a message may show it: what would direct a terminal, or turn the
/// order of letters round, is written as an escape.
public final class Printable {

  private Printable() {}

  /// The same text, with `\u001b` and the like for every control and format character; line ends
  /// stay.
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    text.chars()
        .forEach(c -> {
          if (isPrintable((char) c) || c == '\n') {
            shown.append((char) c);
          } else {
            shown.append("\\u%04x".formatted(c));
          }
        });
    return shown.toString();
  }

  /// The same in one line: a line end is an escape too.
  public static String line(String text) {
    return of(text).replace("\n", "\\u000a");
  }

  /// Whether a terminal shows it, and does nothing else.
  public static boolean isPrintable(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
