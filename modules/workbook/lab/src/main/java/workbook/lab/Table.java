package workbook.lab;

import java.io.PrintStream;
import java.util.List;

/// Columns as wide as they have to be.
public final class Table {

  private static final int WIDEST = 60;

  private Table() {}

  /// Prints rows of as many cells each.
  public static void print(List<List<String>> rows, PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        line.append(row.get(column)).repeat(' ', width - row.get(column).length() + 2);
      }
      out.println(line.toString().stripTrailing());
    }
  }

  /// A value on one line: `⏎` for a line end.
  public static String oneLine(String value) {
    String line = Printable.of(value).replace('\n', '⏎');
    return line.length() <= WIDEST ? line : line.substring(0, WIDEST - 3) + "...";
  }
}
