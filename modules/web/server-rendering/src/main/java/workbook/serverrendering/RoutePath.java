package workbook.serverrendering;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// How vue-router writes a segment: `[id]` becomes `:id()`.
final class RoutePath {

  /// What a browser leaves as it is in a path, besides letters and digits.
  private static final String PLAIN = "-_.!~*');:@=+&$,|[]";

  /// All that is left.
  static final String ALL = "(.*)";

  /// The same, but so that what follows has a chance.
  static final String WITHIN_SEGMENTS = "([^/]*)";

  private RoutePath() {}

  /// @param last whether no other segment follows; a catch-all in between must not swallow what
  ///   comes after it
  static String of(List<Token> segment, boolean last) {
    StringBuilder path = new StringBuilder();
    for (Token token : segment) {
      String name = token.value();
      path.append(
          switch (token.kind()) {
            case STATIC -> escaped(name);
            case PARAMETER -> ":" + name + "()";
            case OPTIONAL -> ":" + name + "?";
            case REPEATABLE -> ":" + name + "+";
            case OPTIONAL_REPEATABLE -> ":" + name + "*";
            case CATCH_ALL -> ":" + name + (last ? ALL : WITHIN_SEGMENTS) + "*";
            case GROUP -> "";
          });
    }
    return path.toString();
  }

  /// Text as it stands in an address, and for vue-router, to which a `:` begins a parameter.
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (c == ':') {
        escaped.append("\\:");
      } else if (c < 128 && Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append("%%%02X".formatted((int) c));
      }
    }
    return escaped.toString();
  }
}
