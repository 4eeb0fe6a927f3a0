package workbook.dotenv;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A `$NAME` or `${NAME:-default}` in a value, the innermost first.
///
/// @param template all of it, as it stands
/// @param operator `:-`, `-`, `:+`, `+`, or an empty string
/// @param operand what follows the operator
record Reference(String template, String name, String operator, String operand) {

  /// Neither takes a `$` behind a backslash.
  private static final Pattern REFERENCE =
      Pattern.compile("(?<!\\\\)\\$\\{([^{}]+)}|(?<!\\\\)\\$([A-Za-z_][A-Za-z0-9_]*)");

  private static final Pattern OPERATOR = Pattern.compile(":\\+|\\+|:-|-");

  /// Every name in a value, in braces or not, nested or not; and whether an operator follows it.
  private static final Pattern NAME =
      Pattern.compile("(?<!\\\\)\\$(?:\\{([^{}:+$-]+)([:+-])?|([A-Za-z_][A-Za-z0-9_]*))");

  /// @return the first in a value, or null
  static Reference in(String value) {
    Matcher matcher = REFERENCE.matcher(value);
    if (!matcher.find()) {
      return null;
    }
    String expression = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    Matcher operator = OPERATOR.matcher(expression);
    // JavaScript's split(null) cuts at the text "null", which both libraries call where there is no
    // operator: $nullable is read as an empty name, and "able" behind it.
    String at = operator.find() ? operator.group() : "null";
    int index = expression.indexOf(at);
    return new Reference(
        matcher.group(),
        index < 0 ? expression : expression.substring(0, index),
        at.equals("null") ? "" : at,
        index < 0 ? "" : expression.substring(index + at.length()));
  }

  /// The names that the value of `name` refers to. A default for itself, as in `A=${A:-1}`, is no
  /// reference: it means the shell's.
  static Set<String> namesIn(String name, String value) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = NAME.matcher(value);
    while (matcher.find()) {
      String found = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
      if (!found.equals(name) || matcher.group(2) == null) {
        names.add(found);
      }
    }
    return names;
  }

  /// The value with another text in place of this reference, as JavaScript's `String.replace` does
  /// it: in that other text, `$$` stands for `$`, and `$&` for what is replaced.
  String replacedIn(String value, String replacement) {
    int index = value.indexOf(template);
    String before = value.substring(0, index);
    String after = value.substring(index + template.length());
    StringBuilder expanded = new StringBuilder(before);
    for (int i = 0; i < replacement.length(); i++) {
      char c = replacement.charAt(i);
      char next = i + 1 < replacement.length() ? replacement.charAt(i + 1) : ' ';
      if (c == '$' && "$&`'".indexOf(next) >= 0) {
        expanded.append(
            switch (next) {
              case '$' -> "$";
              case '&' -> template;
              case '`' -> before;
              default -> after;
            });
        i++;
      } else {
        expanded.append(c);
      }
    }
    return expanded.append(after).toString();
  }
}
