package workbook.postgresqlsetup;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A row of the view `pg_hba_file_rules`: what the server makes of a line of `pg_hba.conf`.
record Row(
    String file,
    int line,
    String type,
    List<String> databases,
    List<String> users,
    String address,
    String mask,
    String method,
    List<String> options,
    String error) {

  private static final String QUERY =
      """
      select file_name, line_number, type, database, user_name, address, netmask, auth_method,
        options, error
      from pg_hba_file_rules
      """;

  /// What the server says.
  static List<Row> ask(Connection connection) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(QUERY)) {
      while (result.next()) {
        rows.add(
            new Row(
                Path.of(result.getString(1)).getFileName().toString(),
                result.getInt(2),
                result.getString(3),
                texts(result.getArray(4)),
                texts(result.getArray(5)),
                result.getString(6),
                result.getString(7),
                result.getString(8),
                texts(result.getArray(9)),
                error(result.getString(10))));
      }
    }
    return rows;
  }

  /// What is made of it here.
  static Row of(HbaFile.Entry entry) {
    String file = entry.file().getFileName().toString();
    HbaRule rule = entry.rule();
    if (rule == null) {
      return new Row(
          file,
          entry.line(),
          null,
          List.of(),
          List.of(),
          null,
          null,
          null,
          List.of(),
          error(entry.error()));
    }
    String address = rule.address() == null ? null : rule.address().toString();
    String mask = null;
    if (rule.address() instanceof HbaAddress.Network network) {
      address = network.address().toString();
      mask = network.mask().toString();
    }
    return new Row(
        file,
        entry.line(),
        rule.type().name().toLowerCase(Locale.ROOT),
        rule.databases().stream().map(HbaToken::text).toList(),
        rule.users().stream().map(HbaToken::text).toList(),
        address,
        mask,
        rule.method(),
        rule.options(),
        error(entry.error()));
  }

  /// The rows as text, one a line.
  static String lines(List<Row> rows) {
    return rows.stream()
        .map(row -> row.toString().replace("\r", "\\r").replace("\n", "\\n") + "\n")
        .collect(Collectors.joining());
  }

  private static List<String> texts(Array array) throws SQLException {
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  /// Without what Java's and PostgreSQL's engines say of an expression each in its own words, and
  /// without the folder.
  private static String error(String error) {
    return error == null
        ? null
        : error
            .replaceFirst("(?s)^(invalid regular expression \".*\"): .*", "$1")
            .replaceAll("\"/[^\"]*/([^/\"]*)\"", "\"$1\"");
  }
}
