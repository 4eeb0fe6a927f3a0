package workbook.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The names of the tables in a connection's schema.
public final class TableNames {

  private TableNames() {}

  /// As the database has them.
  public static List<String> of(Connection connection) throws SQLException {
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
        // The schema is a pattern for the driver.
        String schema = found.getString("TABLE_SCHEM");
        if (schema == null || schema.equals(connection.getSchema())) {
          names.add(found.getString("TABLE_NAME"));
        }
      }
    }
    return names;
  }

  /// As a reader is told one: in lower case, unless only the case tells two of them apart.
  public static String shown(String name, List<String> all) {
    String lower = name.toLowerCase(Locale.ROOT);
    return all.stream().filter(lower::equalsIgnoreCase).count() == 1 ? lower : name;
  }
}
