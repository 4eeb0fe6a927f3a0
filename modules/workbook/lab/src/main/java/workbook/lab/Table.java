package workbook.lab;

import java.io.PrintStream;
import java.util.List;

/// Columns as wide as they have to be.
public final class Table {

  private static final int WIDEST = 60;

  private Table() {}

  /// Prints rows of as many cells each.
  public static void print(List<List<String>> rows, PrintStream out) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        String cell = row.get(column);
        line.append(cell).repeat(' ', widths[column] - width(cell) + 2);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /// A value on one line: `⏎` for a line end.
  public static String oneLine(String value) {
    String line = Printable.of(value).replace('\n', '⏎');
    if (line.length() <= WIDEST) {
      return line;
    }
    int end = WIDEST - 3;
    boolean half = Character.isHighSurrogate(line.charAt(end - 1));
    return line.substring(0, half ? end - 1 : end) + "...";
  }

  /// Columns of a terminal.
  private static int width(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  /// By UAX #11, East Asian Width, as far as Java's tables of scripts and blocks go.
  private static boolean isWide(int point) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(point);
    if (block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS) {
      return point <= 0xFF60 || point >= 0xFFE0 && point <= 0xFFE6;
    }
    return block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
        || Character.isEmojiPresentation(point)
        || switch (Character.UnicodeScript.of(point)) {
          case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> true;
          default -> false;
        };
  }
}
