package workbook.isolationlevels.ask;

import java.util.ArrayList;
import java.util.List;
import workbook.engine.EngineException;

/// Cuts a script into statements, and the comments between them.
final class Pieces {

  /// A statement without its `;` and without comments behind it, or a comment that stands before
  /// one.
  record Piece(int line, String text, boolean isComment) {}

  private final String file;
  private final String text;
  private final boolean backslashes;
  private final List<Piece> pieces = new ArrayList<>();
  private int at;

  /// @param backslashes whether a backslash in a string escapes what follows, and `#` begins a
  ///   comment, as on MySQL
  Pieces(String file, String text, boolean backslashes) {
    this.file = file;
    this.text = text;
    this.backslashes = backslashes;
  }

  List<Piece> cut() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || c == ';') {
        at++;
      } else if (isComment()) {
        int from = at;
        skip();
        pieces.add(new Piece(line(from), text.substring(from, at).strip(), true));
      } else {
        statement();
      }
    }
    return pieces;
  }

  private void statement() {
    int from = at;
    int end = at;
    while (at < text.length() && text.charAt(at) != ';') {
      boolean counts = !isComment() && !Character.isWhitespace(text.charAt(at));
      skip();
      end = counts ? at : end;
    }
    pieces.add(new Piece(line(from), text.substring(from, end), false));
  }

  /// Goes past what may hold a `;` that ends nothing, or past one character.
  private void skip() {
    char c = text.charAt(at);
    if (isLineComment()) {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else if (text.startsWith("/*", at)) {
      at = after("*/", at + 2, "comment");
    } else if (c == '\'' || c == '"' || c == '`') {
      quoted(c);
    } else if (c == '$' && dollarTag() != null) {
      String tag = dollarTag();
      at = after(tag, at + tag.length(), "text in " + tag);
    } else {
      at++;
    }
  }

  /// One that MySQL executes, `/*! … */`, is none.
  private boolean isComment() {
    return isLineComment() || text.startsWith("/*", at) && !text.startsWith("/*!", at);
  }

  private boolean isLineComment() {
    return text.startsWith("--", at) || backslashes && text.charAt(at) == '#';
  }

  /// A quote within is doubled, so that the next begins where this one ends.
  private void quoted(char quote) {
    boolean escapes = backslashes && quote != '`' || quote == '\'' && isEscapeString();
    for (int i = at + 1; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote) {
        at = i + 1;
        return;
      }
    }
    throw unended("text in " + quote);
  }

  /// PostgreSQL's `E'…'`, in which a backslash escapes what follows.
  private boolean isEscapeString() {
    return at > 0
        && (text.charAt(at - 1) == 'E' || text.charAt(at - 1) == 'e')
        && (at == 1 || !Character.isJavaIdentifierPart(text.charAt(at - 2)));
  }

  /// PostgreSQL's `$$` or `$name$`, if one begins here.
  private String dollarTag() {
    int end = at + 1;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    boolean isTag = end < text.length() && text.charAt(end) == '$';
    return isTag ? text.substring(at, end + 1) : null;
  }

  private int after(String end, int from, String what) {
    int found = text.indexOf(end, from);
    if (found < 0) {
      throw unended(what);
    }
    return found + end.length();
  }

  private EngineException unended(String what) {
    return new EngineException("%s:%d: this %s has no end".formatted(file, line(at), what));
  }

  private int line(int position) {
    return 1 + (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
  }
}
