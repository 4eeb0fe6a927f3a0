package workbook.isolationlevels.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import workbook.isolationlevels.spec.Token.Kind;
import workbook.lab.Printable;

/// Cuts a specification into tokens.
///
/// `#` begins a comment, up to the end of the line. Additions of ours stand in comments, `#! …`,
/// and count only in a file whose first line is `#! isolation-levels`: what a file means that was
/// written for isolationtester never changes.
final class Scanner {

  private static final String OPENING = "isolation-levels";
  private static final Pattern BIND = Pattern.compile("bind\\s+(\\w+)");
  private static final Set<String> KEYWORDS =
      Set.of("setup", "teardown", "session", "step", "permutation", "notices");

  private final String file;
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private boolean additions;
  private int at;
  private int line = 1;
  private int lineStart;

  Scanner(String file, String text) {
    this.file = file;
    this.text = text;
  }

  List<Token> scan() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        advance();
      } else if (c == '#') {
        comment();
      } else if (c == '{') {
        sql();
      } else if (c == '"') {
        quoted();
      } else if ("(),*".indexOf(c) >= 0) {
        token(Kind.PUNCTUATION, at + 1);
      } else if (c >= '0' && c <= '9') {
        token(Kind.NUMBER, end(at, "0123456789"));
      } else if (isNameStart(c)) {
        word();
      } else {
        throw error(at, "'%c' begins nothing that a specification may hold".formatted(c));
      }
    }
    tokens.add(new Token(Kind.END, "", line, column(at)));
    return tokens;
  }

  /// Whether the file is one with additions of ours.
  boolean takesAdditions() {
    return additions;
  }

  private void comment() {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    if (text.startsWith("#!", at)) {
      String content = text.substring(at + 2, end).strip();
      if (at == 0 && content.equals(OPENING)) {
        additions = true;
      } else if (additions) {
        tokens.add(new Token(Kind.ADDITION, content, line, column(at)));
      } else {
        refuseUnheard(content);
      }
    }
    at = end;
  }

  /// A name that is bound, and then stands for a value, was meant for us.
  private void refuseUnheard(String content) {
    Matcher bind = BIND.matcher(content);
    if (bind.lookingAt() && text.contains("${" + bind.group(1) + "}")) {
      throw error(at, "'#! bind' needs '#! isolation-levels' as the first line of the file");
    }
  }

  /// Blanks at either end are dropped, line ends are not: the transcript shows them.
  private void sql() {
    int open = at;
    int openLine = line;
    int openColumn = column(at);
    int close = close(open + 1);
    if (close < 0) {
      throw error(open, "this SQL block has no end: expected '}'");
    }
    int from = open + 1;
    while (isBlank(text.charAt(from))) {
      from++;
    }
    int to = close;
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    tokens.add(new Token(Kind.SQL, text.substring(from, to), openLine, openColumn));
    while (at <= close) {
      advance();
    }
  }

  /// Where the block ends. A value of ours, `${name}`, has a brace of its own.
  private int close(int from) {
    int start = from;
    int close = text.indexOf('}', start);
    while (additions && close >= 0 && text.indexOf("${", start, close) >= 0) {
      start = close + 1;
      close = text.indexOf('}', start);
    }
    return close;
  }

  private void quoted() {
    StringBuilder name = new StringBuilder();
    int i = at + 1;
    while (true) {
      if (i >= text.length() || text.charAt(i) == '\n') {
        throw error(at, "this name has no end: expected '\"'");
      }
      if (!Printable.isPrintable(text.charAt(i))) {
        throw unprintable(i);
      }
      if (text.charAt(i) != '"') {
        name.append(text.charAt(i++));
      } else if (text.startsWith("\"\"", i)) {
        name.append('"');
        i += 2;
      } else {
        break;
      }
    }
    tokens.add(new Token(Kind.NAME, name.toString(), line, column(at)));
    at = i + 1;
  }

  private void word() {
    int end = at;
    while (end < text.length()
        && (isNameStart(text.charAt(end)) || "0123456789$".indexOf(text.charAt(end)) >= 0)) {
      if (!Printable.isPrintable(text.charAt(end))) {
        throw unprintable(end);
      }
      end++;
    }
    token(KEYWORDS.contains(text.substring(at, end)) ? Kind.KEYWORD : Kind.NAME, end);
  }

  private void token(Kind kind, int end) {
    tokens.add(new Token(kind, text.substring(at, end), line, column(at)));
    at = end;
  }

  private int end(int from, String allowed) {
    int end = from;
    while (end < text.length() && allowed.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private void advance() {
    if (text.charAt(at++) == '\n') {
      line++;
      lineStart = at;
    }
  }

  private int column(int position) {
    return position - lineStart + 1;
  }

  /// No name directs the terminal on which it is shown.
  private SpecException unprintable(int position) {
    return error(
        at, "a name may not hold the character \\u%04x".formatted((int) text.charAt(position)));
  }

  private SpecException error(int position, String message) {
    return new SpecException(file, line, column(position), message);
  }

  private static boolean isBlank(char c) {
    return " \t\r\f".indexOf(c) >= 0;
  }

  private static boolean isNameStart(char c) {
    return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '_' || c >= 128;
  }
}
