package workbook.componentprops;

import java.util.List;
import java.util.Map;

/// Absent is a question to the map, not to the value: `:is-open="undefined"` is given.
final class BooleanCast {

  private BooleanCast() {}

  static Object value(String prop, List<Type> types, Map<String, Object> given) {
    String hyphenated = Names.hyphenate(prop);
    String written = given.containsKey(prop) ? prop : hyphenated;
    if (!given.containsKey(written)) {
      return false;
    }
    Object value = given.get(written);
    int string = types.indexOf(Type.STRING);
    boolean stringFirst = string >= 0 && string < types.indexOf(Type.BOOLEAN);
    boolean says = "".equals(value) || hyphenated.equals(value);
    return says && !stringFirst ? true : value;
  }
}
