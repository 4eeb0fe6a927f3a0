package workbook.postgresqlsetup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// The rows of an answer, as lines: one a value.
final class Rows {

  private Rows() {}

  static List<String> of(ResultSet result) throws SQLException {
    List<String> lines = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> values = new ArrayList<>();
      for (int i = 1; i <= columns; i++) {
        values.add(
            "%s = %s".formatted(result.getMetaData().getColumnLabel(i), result.getString(i)));
      }
      lines.add(String.join(", ", values));
    }
    return lines;
  }
}
