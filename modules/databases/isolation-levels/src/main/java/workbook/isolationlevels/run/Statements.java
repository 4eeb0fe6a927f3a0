package workbook.isolationlevels.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text of SQL into its statements, for servers that take one at a time.
final class Statements {

  /// What may hold a semicolon that ends nothing: strings, quoted names, comments, and PostgreSQL's
  /// dollar quotes.
  private static final Pattern PIECE =
      Pattern.compile(
          "'(?:[^']|'')*'|\"[^\"]*\"|`[^`]*`|--[^\n]*|/\\*.*?\\*/|(\\$\\w*\\$).*?\\1|;|[^;]",
          Pattern.DOTALL);

  private Statements() {}

  static List<String> of(String sql) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Matcher pieces = PIECE.matcher(sql);
    while (pieces.find()) {
      if (pieces.group().equals(";")) {
        add(statements, statement);
      } else {
        statement.append(pieces.group());
      }
    }
    add(statements, statement);
    return statements;
  }

  private static void add(List<String> statements, StringBuilder statement) {
    if (!statement.toString().isBlank()) {
      statements.add(statement.toString().strip());
    }
    statement.setLength(0);
  }
}
