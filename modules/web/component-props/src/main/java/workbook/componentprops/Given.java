package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import workbook.lab.Table;

/// What a parent gives, as attributes of a template: `likes=5` is the string `"5"`, `:likes=5` the
/// number, and `likes` alone an empty string.
final class Given {

  private Given() {}

  /// The values by the names as they are written.
  ///
  /// @throws IllegalArgumentException for what is no attribute
  static Map<String, Object> of(List<String> attributes) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (String attribute : attributes) {
      int equals = attribute.indexOf('=');
      String written = equals < 0 ? attribute : attribute.substring(0, equals);
      String text = equals < 0 ? "" : attribute.substring(equals + 1);
      boolean bound = written.startsWith(":");
      String name = bound ? written.substring(1) : written;
      if (!name.matches("[\\w$][\\w$.:-]*+")) {
        throw new IllegalArgumentException(
            "an attribute is likes, likes=5 or :likes=5, and was '%s'".formatted(attribute));
      }
      if (given.containsKey(name)) {
        throw new IllegalArgumentException("%s is given twice".formatted(name));
      }
      given.put(name, bound ? value(name, text) : text);
    }
    return given;
  }

  private static Object value(String name, String text) {
    try {
      return Literal.value(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          ":%s=%s: %s".formatted(name, Table.oneLine(text), e.getMessage()), e);
    }
  }
}
