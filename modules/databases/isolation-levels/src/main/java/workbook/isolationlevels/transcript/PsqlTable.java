package workbook.isolationlevels.transcript;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.isolationlevels.run.Table;

/// A table as libpq's `PQprint` aligns it: numbers to the right, everything else to the left,
/// widths in bytes.
final class PsqlTable {

  private PsqlTable() {}

  static String of(Table table) {
    int columns = table.columns().size();
    int[] widths = new int[columns];
    boolean[] numbers = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int column = i;
      widths[i] =
          Math.max(
              bytes(table.columns().get(i)),
              table.rows().stream().mapToInt(row -> bytes(row.get(column))).max().orElse(0));
      numbers[i] =
          table.rows().stream()
              .map(row -> row.get(column))
              .filter(value -> !value.isEmpty())
              .allMatch(PsqlTable::isNumber);
    }
    String rule =
        IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining("+", "", "\n"));
    String rows =
        table.rows().stream().map(row -> line(row, widths, numbers)).collect(Collectors.joining());
    return line(table.columns(), widths, numbers)
        + rule
        + rows
        + "(%d row%s)\n\n".formatted(table.rows().size(), table.rows().size() == 1 ? "" : "s");
  }

  private static String line(List<String> values, int[] widths, boolean[] numbers) {
    return IntStream.range(0, widths.length)
        .mapToObj(i -> {
          String blanks = " ".repeat(widths[i] - bytes(values.get(i)));
          return numbers[i] ? blanks + values.get(i) : values.get(i) + blanks;
        })
        .collect(Collectors.joining("|", "", "\n"));
  }

  /// What libpq takes for a number: only these characters, no letter first, a digit last.
  private static boolean isNumber(String value) {
    return value.matches("(?![Ee])[0-9.Ee -]*[0-9]");
  }

  private static int bytes(String value) {
    return value.getBytes(StandardCharsets.UTF_8).length;
  }
}
