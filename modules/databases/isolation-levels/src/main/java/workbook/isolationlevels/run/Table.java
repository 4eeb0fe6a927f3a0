package workbook.isolationlevels.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// What a query answered, as text.
///
/// @param rows the values; an SQL null is the empty text, as psql shows it
public record Table(List<String> columns, List<List<String>> rows) {

  static Table of(ResultSet answer) throws SQLException {
    int count = answer.getMetaData().getColumnCount();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      columns.add(answer.getMetaData().getColumnLabel(i));
    }
    List<List<String>> rows = new ArrayList<>();
    while (answer.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= count; i++) {
        String value = answer.getString(i);
        row.add(value == null ? "" : value);
      }
      rows.add(row);
    }
    return new Table(columns, rows);
  }

  /// The same without the columns of these names, which are in lower case.
  public Table without(Set<String> names) {
    List<Integer> kept =
        IntStream.range(0, columns.size())
            .filter(i -> !names.contains(columns.get(i).toLowerCase(Locale.ROOT)))
            .boxed()
            .toList();
    return kept.size() == columns.size()
        ? this
        : new Table(
            kept.stream().map(columns::get).toList(),
            rows.stream().map(row -> kept.stream().map(row::get).toList()).toList());
  }

  /// The rows in an order of their own, for a comparison that does not mind the server's.
  public List<List<String>> sorted() {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
