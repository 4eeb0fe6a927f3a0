package workbook.isolationlevels.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a text of SQL into its statements, for servers that take one at a time.
///
/// A semicolon ends nothing in strings, quoted names, comments, and PostgreSQL's dollar quotes. It
/// goes over the text once, whatever its length: a regular expression for a string takes a frame of
/// the stack for each character.
final class Statements {

  /// Also those that share a dollar sign: `$a$b$` holds two.
  private static final Pattern DOLLAR_QUOTE = Pattern.compile("(?=(\\$\\w*+\\$))");

  private final String sql;
  private final Set<String> unclosed = new HashSet<>();
  private final Map<String, Integer> lastDollarQuotes = new HashMap<>();

  private Statements(String sql) {
    this.sql = sql;
    Matcher quotes = DOLLAR_QUOTE.matcher(sql);
    while (quotes.find()) {
      lastDollarQuotes.put(quotes.group(1), quotes.start());
    }
  }

  static List<String> of(String sql) {
    return new Statements(sql).cut();
  }

  private List<String> cut() {
    List<String> statements = new ArrayList<>();
    int start = 0;
    int at = 0;
    while (at < sql.length()) {
      if (sql.charAt(at) == ';') {
        add(statements, sql.substring(start, at));
        start = at + 1;
      }
      at = after(at);
    }
    add(statements, sql.substring(start));
    return statements;
  }

  private static void add(List<String> statements, String statement) {
    if (!statement.isBlank()) {
      statements.add(statement.strip());
    }
  }

  /// Where the piece ends that begins here: a quoted text, a comment, or one character.
  private int after(int at) {
    return switch (sql.charAt(at)) {
      case '\'' -> afterString(at);
      case '"' -> after(at, "\"", "\"");
      case '`' -> after(at, "`", "`");
      case '-' -> sql.startsWith("--", at) ? lineEnd(at) : at + 1;
      case '/' -> after(at, "/*", "*/");
      case '$' -> afterDollarQuote(at);
      default -> at + 1;
    };
  }

  /// A quote that is never closed is a character like others; it is looked for once.
  private int after(int at, String opening, String closing) {
    if (sql.startsWith(opening, at) && !unclosed.contains(opening)) {
      int end = sql.indexOf(closing, at + opening.length());
      if (end >= 0) {
        return end + closing.length();
      }
      unclosed.add(opening);
    }
    return at + 1;
  }

  /// Two quotes in a string stand for one.
  private int afterString(int at) {
    int end = at;
    do {
      end = after(end, "'", "'");
    } while (!unclosed.contains("'") && end < sql.length() && sql.charAt(end) == '\'');
    return end;
  }

  private int lineEnd(int at) {
    int end = sql.indexOf('\n', at);
    return end < 0 ? sql.length() : end;
  }

  private int afterDollarQuote(int at) {
    int end = sql.indexOf('$', at + 1);
    if (end < 0) {
      return at + 1;
    }
    String quote = sql.substring(at, end + 1);
    return lastDollarQuotes.getOrDefault(quote, 0) > end
        ? sql.indexOf(quote, end + 1) + quote.length()
        : at + 1;
  }
}
