package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the tables of a sandbox hold.
final class State {

  private State() {}

  static Map<String, List<List<String>>> of(Connection control) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet found =
        control
            .getMetaData()
            .getTables(
                control.getCatalog(),
                control.getSchema(),
                "%",
                new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    String quote = control.getMetaData().getIdentifierQuoteString();
    Map<String, List<List<String>>> state = new TreeMap<>();
    try (Statement statement = control.createStatement()) {
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + quote + table + quote)) {
          state.put(table.toLowerCase(java.util.Locale.ROOT), Table.of(rows).sorted());
        }
      }
    }
    return state;
  }
}
