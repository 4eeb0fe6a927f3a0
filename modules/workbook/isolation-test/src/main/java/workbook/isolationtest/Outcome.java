package workbook.isolationtest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workbook.engine.TableNames;

/// What a run came to: what each session that was not ended by the database has returned or thrown,
/// and what the tables hold.
record Outcome(Map<String, String> results, Map<String, List<List<String>>> tables) {

  /// What all tables of a connection's schema hold.
  static Map<String, List<List<String>>> tables(Connection connection) throws SQLException {
    List<String> names = TableNames.of(connection);
    String quote = connection.getMetaData().getIdentifierQuoteString();
    Map<String, List<List<String>>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + quote + name + quote)) {
          tables.put(TableNames.shown(name, names), rows(rows));
        }
      }
    }
    return tables;
  }

  /// In an order of their own.
  private static List<List<String>> rows(ResultSet rows) throws SQLException {
    List<List<String>> all = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      all.add(row);
    }
    all.sort(Comparator.comparing(Outcome::key));
    return all;
  }

  /// Each value with its length, so that no two rows have the same.
  private static String key(List<String> row) {
    return row.stream()
        .map(value -> value == null ? "-" : value.length() + ":" + value)
        .collect(Collectors.joining(" "));
  }

  private static String rows(List<List<String>> rows) {
    return rows.isEmpty()
        ? "no row"
        : rows.stream()
            .map(row -> "(" + String.join(", ", row) + ")")
            .collect(Collectors.joining(" "));
  }

  /// What is other in another; the empty text if nothing is.
  String difference(Outcome other) {
    for (String table : tables.keySet()) {
      if (!tables.get(table).equals(other.tables.get(table))) {
        return "table %s held %s and then %s"
            .formatted(
                table, rows(tables.get(table)), rows(other.tables.getOrDefault(table, List.of())));
      }
    }
    return results.equals(other.results)
        ? ""
        : "the sessions came to %s and then to %s".formatted(results, other.results);
  }

  /// Two lines.
  String text() {
    return "  "
        + results.entrySet().stream()
            .map(result -> result.getKey() + " " + result.getValue())
            .collect(Collectors.joining("; "))
        + "\n  left "
        + tables.entrySet().stream()
            .map(table -> table.getKey() + " " + rows(table.getValue()))
            .collect(Collectors.joining("; "))
        + "\n";
  }
}
