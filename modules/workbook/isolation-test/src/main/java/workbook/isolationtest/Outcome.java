package workbook.isolationtest;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a run came to: what each session that was not ended by the database has returned or thrown,
/// and what the tables hold.
record Outcome(Map<String, String> results, Map<String, List<String>> tables) {

  /// What all tables of a connection's schema hold.
  static Map<String, List<String>> tables(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet found =
        connection
            .getMetaData()
            .getTables(
                connection.getCatalog(),
                connection.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        names.add(found.getString("TABLE_NAME"));
      }
    }
    String quote = connection.getMetaData().getIdentifierQuoteString();
    Map<String, List<String>> tables = new TreeMap<>();
    try (Statement statement = connection.createStatement()) {
      for (String name : names) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + quote + name + quote)) {
          tables.put(name.toLowerCase(java.util.Locale.ROOT), rows(rows));
        }
      }
    }
    return tables;
  }

  private static List<String> rows(ResultSet rows) throws SQLException {
    List<String> texts = new ArrayList<>();
    while (rows.next()) {
      List<String> row = new ArrayList<>();
      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
        row.add(rows.getString(i));
      }
      texts.add("(" + String.join(", ", row) + ")");
    }
    return texts.stream().sorted().toList();
  }

  private static String rows(List<String> rows) {
    return rows.isEmpty() ? "no row" : String.join(" ", rows);
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
