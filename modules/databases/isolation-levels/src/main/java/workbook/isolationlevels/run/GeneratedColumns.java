package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Which columns hold keys that the server makes up: identities, `AUTO_INCREMENT`, what a sequence
/// or a function for UUIDs gives by default; and the columns that refer to those. A number that was
/// taken by a transaction that rolled back is not given again, so that they differ from run to run.
final class GeneratedColumns {

  private static final Pattern DEFAULT = Pattern.compile("(?i)nextval|next value for|uuid");

  private final Map<String, Set<String>> known = new HashMap<>();

  /// Those of a table, as `table.column` in lower case.
  ///
  /// @param columns all that the table has; as long as they are the same, the server is not asked
  ///   again
  Set<String> of(Connection control, String table, List<String> columns) throws SQLException {
    String key = table + columns;
    if (!known.containsKey(key)) {
      known.put(key, ask(control, table));
    }
    return known.get(key);
  }

  private static Set<String> ask(Connection control, String table) throws SQLException {
    Set<String> generated = new TreeSet<>(own(control, table));
    try (ResultSet keys =
        control.getMetaData().getImportedKeys(control.getCatalog(), control.getSchema(), table)) {
      while (keys.next()) {
        String referred = keys.getString("PKTABLE_NAME");
        if (own(control, referred).contains(name(referred, keys.getString("PKCOLUMN_NAME")))) {
          generated.add(name(table, keys.getString("FKCOLUMN_NAME")));
        }
      }
    }
    return generated;
  }

  private static Set<String> own(Connection control, String table) throws SQLException {
    DatabaseMetaData meta = control.getMetaData();
    Set<String> generated = new TreeSet<>();
    try (ResultSet columns =
        meta.getColumns(control.getCatalog(), control.getSchema(), table, "%")) {
      while (columns.next()) {
        String text = columns.getString("COLUMN_DEF");
        // The name is a pattern for the driver.
        if (columns.getString("TABLE_NAME").equals(table)
            && ("YES".equals(columns.getString("IS_AUTOINCREMENT"))
                || text != null && DEFAULT.matcher(text).find())) {
          generated.add(name(table, columns.getString("COLUMN_NAME")));
        }
      }
    }
    return generated;
  }

  private static String name(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
