package workbook.isolationlevels.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// What a query answered, as text.
///
/// @param rows the values; an SQL null is null
public record Table(List<String> columns, List<List<String>> rows) {

  /// Value by value: texts that are put together may be equal where the values are not.
  public static final Comparator<List<String>> IN_ORDER = Table::compare;

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
        row.add(answer.getString(i));
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
    return rows.stream().sorted(IN_ORDER).toList();
  }

  private static int compare(List<String> row, List<String> other) {
    Comparator<String> values = Comparator.nullsFirst(Comparator.naturalOrder());
    for (int i = 0; i < Math.min(row.size(), other.size()); i++) {
      int order = values.compare(row.get(i), other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(row.size(), other.size());
  }
}
