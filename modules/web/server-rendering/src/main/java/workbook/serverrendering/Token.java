package workbook.serverrendering;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import workbook.lab.Refusal;

/// A piece of a file's or a folder's name.
///
/// @param value the text itself, or the name of the parameter or of the group
record Token(Kind kind, String value) {

  /// What a piece stands for.
  enum Kind {
    /// `blog`
    STATIC,
    /// `[id]`: one segment of the address
    PARAMETER,
    /// `[[id]]`: one segment, or none
    OPTIONAL,
    /// `[id]+`: one segment or more
    REPEATABLE,
    /// `[[id]]+`: any number of segments
    OPTIONAL_REPEATABLE,
    /// `[...slug]` or `[[...slug]]`: all that is left, which may be nothing
    CATCH_ALL,
    /// `(shop)`: a folder for order alone, which is not in the address
    GROUP
  }

  /// Takes a name apart.
  ///
  /// @param file what the messages name
  /// @param warnings gets a line for each character that no parameter may have; it is left out
  /// @throws Refusal if a bracket is not closed, or there is nothing in it
  static List<Token> of(String name, String file, Consumer<String> warnings) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < name.length()) {
      char c = name.charAt(at);
      if (c != '[' && c != '(') {
        int end = at;
        while (end < name.length() && name.charAt(end) != '[' && name.charAt(end) != '(') {
          end++;
        }
        tokens.add(new Token(Kind.STATIC, name.substring(at, end)));
        at = end;
        continue;
      }
      String open = name.startsWith("[[", at) ? "[[" : String.valueOf(c);
      String close = open.equals("(") ? ")" : open.replace('[', ']');
      int end = name.indexOf(close, at);
      String what = c == '(' ? "group" : "param";
      if (end < 0) {
        throw new Refusal(
            "%s: Unfinished %s \"%s\": '%s' is missing"
                .formatted(file, what, name.substring(at + open.length()), close));
      }
      boolean repeated = c == '[' && name.startsWith("+", end + close.length());
      String inside = name.substring(at + open.length(), end);
      tokens.add(token(open, inside, repeated, file, warnings));
      at = end + close.length() + (repeated ? 1 : 0);
    }
    return tokens;
  }

  private static Token token(
      String open, String inside, boolean repeated, String file, Consumer<String> warnings) {
    boolean catchAll = inside.startsWith("...") && !open.equals("(");
    StringBuilder value = new StringBuilder();
    for (char c : inside.substring(catchAll ? 3 : 0).toCharArray()) {
      if (c == '.' || c == '_' || c < 128 && Character.isLetterOrDigit(c)) {
        value.append(c);
      } else if (!open.equals("(")) {
        warnings.accept("%s: '%s' cannot stand in a parameter, and is left out".formatted(file, c));
      }
    }
    if (value.isEmpty()) {
      throw new Refusal(
          "%s: Empty %s: there has to be a name in it"
              .formatted(file, open.equals("(") ? "group" : "param"));
    }
    return new Token(kind(open, catchAll, repeated), value.toString());
  }

  private static Kind kind(String open, boolean catchAll, boolean repeated) {
    if (open.equals("(")) {
      return Kind.GROUP;
    }
    if (catchAll) {
      return Kind.CATCH_ALL;
    }
    if (open.equals("[[")) {
      return repeated ? Kind.OPTIONAL_REPEATABLE : Kind.OPTIONAL;
    }
    return repeated ? Kind.REPEATABLE : Kind.PARAMETER;
  }
}
