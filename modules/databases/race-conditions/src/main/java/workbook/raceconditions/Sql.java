package workbook.raceconditions;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// A statement with its parameters, in one line.
final class Sql {

  private Sql() {}

  /// The number in the first column of the first row.
  ///
  /// @throws SQLException if there is no row
  static int number(Connection connection, String query, Object... parameters) throws SQLException {
    return numbers(connection, query, parameters)[0];
  }

  /// The first row.
  ///
  /// @throws SQLException if there is no row
  static int[] numbers(Connection connection, String query, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, query, parameters);
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new SQLException("no row: " + query);
      }
      int[] row = new int[rows.getMetaData().getColumnCount()];
      for (int i = 0; i < row.length; i++) {
        row[i] = rows.getInt(i + 1);
      }
      return row;
    }
  }

  /// How many rows were changed.
  static int update(Connection connection, String change, Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, change, parameters)) {
      return statement.executeUpdate();
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }
}
