package workbook.dotenv;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One walk from left to right. A word is expanded only where it is used.
final class ShellDefaults {

  private static final Pattern EXPRESSION =
      Pattern.compile("(\\w+)(?:(:?)([-+])(.*))?", Pattern.DOTALL);

  private ShellDefaults() {}

  static String expand(String text, Map<String, String> variables) {
    StringBuilder expanded = new StringBuilder();
    int at = 0;
    while (true) {
      int start = text.indexOf("${", at);
      if (start < 0) {
        return expanded.append(text.substring(at)).toString();
      }
      int end = closing(text, start + 2);
      expanded.append(text, at, start);
      expanded.append(value(text.substring(start + 2, end), variables));
      at = end + 1;
    }
  }

  private static int closing(String text, int from) {
    int depth = 1;
    int at = from;
    while (true) {
      if (text.startsWith("${", at)) {
        depth++;
      } else if (text.charAt(at) == '}') {
        depth--;
      }
      if (depth == 0) {
        return at;
      }
      at++;
    }
  }

  private static String value(String expression, Map<String, String> variables) {
    Matcher parts = EXPRESSION.matcher(expression);
    if (!parts.matches()) {
      throw new IllegalArgumentException("no expression: " + expression);
    }
    String value = variables.getOrDefault(parts.group(1), "");
    if (parts.group(3) == null) {
      return value;
    }
    boolean colon = !parts.group(2).isEmpty();
    boolean isSet = variables.containsKey(parts.group(1)) && !(colon && value.isEmpty());
    if (parts.group(3).equals("-")) {
      return isSet ? value : expand(parts.group(4), variables);
    }
    return isSet ? expand(parts.group(4), variables) : "";
  }
}
