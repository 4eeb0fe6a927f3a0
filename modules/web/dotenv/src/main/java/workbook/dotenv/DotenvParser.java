package workbook.dotenv;

import java.util.ArrayList;
import java.util.List;

/// Reads a file as the npm package `dotenv` does, which began it all. Checked against dotenv
/// 18.0.10, whose parser is one regular expression.
final class DotenvParser {

  private static final String QUOTES = "'\"`";

  private final String file;
  private final String text;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private int at;

  private DotenvParser(String file, String text) {
    this.file = file;
    this.text = text.replaceAll("\r\n?", "\n");
  }

  static Parsed parse(String file, String text) {
    DotenvParser parser = new DotenvParser(file, text);
    parser.read();
    return new Parsed(List.copyOf(parser.entries), List.copyOf(parser.problems));
  }

  private void read() {
    while (true) {
      at = afterSpace(at);
      if (at >= text.length()) {
        return;
      }
      if (charAt(at) == '#') {
        at = lineEnd(at);
      } else if (!readAssignment()) {
        problems.add(
            new Problem(place(at), "there is no NAME=value on this line: dotenv skips it"));
        at = lineEnd(at);
      }
    }
  }

  /// Reads `NAME=value`, `NAME: value`, or either behind `export`.
  private boolean readAssignment() {
    int from = at;
    if (text.startsWith("export", at) && isSpace(charAt(at + 6))) {
      int behind = afterSpace(at + 6);
      from = isName(charAt(behind)) ? behind : at;
    }
    int to = from;
    while (isName(charAt(to))) {
      to++;
    }
    int equals = afterSpace(to);
    int value;
    if (to > from && charAt(equals) == '=') {
      value = equals + 1;
    } else if (to > from && charAt(to) == ':' && isSpace(charAt(to + 1))) {
      value = to + 2;
    } else {
      return false;
    }
    Place place = place(from);
    entries.add(new Entry(text.substring(from, to), readValue(value), place));
    return true;
  }

  private String readValue(int from) {
    int start = afterSpace(from);
    if (QUOTES.indexOf(charAt(start)) >= 0) {
      int closing = closing(start);
      if (closing > 0) {
        at = lineEnd(closing);
        return unescaped(charAt(start), text.substring(start + 1, closing));
      }
    }
    int lineEnd = lineEnd(from);
    at = lineEnd;
    int comment = text.indexOf('#', from);
    int end = comment < 0 || comment > lineEnd ? lineEnd : comment;
    return unquoted(start, stripped(text.substring(from, end)));
  }

  /// The quote that closes: the first without a backslash. One behind a backslash will do where the
  /// line ends there and none without follows.
  ///
  /// @return where it is, or -1 if what follows it is neither the end of a line nor a comment
  private int closing(int opening) {
    char quote = charAt(opening);
    int closing = -1;
    int candidate = text.indexOf(quote, opening + 1);
    while (candidate > 0) {
      if (endsThere(candidate + 1)) {
        closing = candidate;
      }
      if (charAt(candidate - 1) != '\\') {
        return closing;
      }
      candidate = text.indexOf(quote, candidate + 1);
    }
    return closing;
  }

  private boolean endsThere(int index) {
    int next = index;
    while (charAt(next) != '\n' && isSpace(charAt(next))) {
      next++;
    }
    return next >= text.length() || charAt(next) == '\n' || charAt(next) == '#';
  }

  private String unquoted(int start, String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    if (QUOTES.indexOf(first) < 0) {
      return value;
    }
    boolean closed = value.length() > 1 && value.charAt(value.length() - 1) == first;
    if (!closed) {
      problems.add(
          new Problem(
              place(start),
              value.indexOf(first, 1) < 0
                  ? "the quote %c is not closed".formatted(first)
                  : "text follows the closing quote %1$c, and dotenv keeps both %1$c"
                      .formatted(first)));
    }
    return unescaped(first, closed ? value.substring(1, value.length() - 1) : value);
  }

  private static String unescaped(char quote, String value) {
    return quote == '"' ? value.replace("\\n", "\n").replace("\\r", "\r") : value;
  }

  private Place place(int index) {
    return new Place(
        file, 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count());
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : '\0';
  }

  private int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private int afterSpace(int from) {
    int index = from;
    while (isSpace(charAt(index))) {
      index++;
    }
    return index;
  }

  private static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /// What JavaScript's `\s` takes: a byte order mark and every kind of blank are among it.
  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r' || c == '\uFEFF' || Character.isSpaceChar(c);
  }

  private static boolean isName(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '-');
  }
}
