package workbook.isolationlevels.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

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

  /// The rows in an order of their own, for a comparison that does not mind the server's.
  public List<List<String>> sorted() {
    return rows.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
