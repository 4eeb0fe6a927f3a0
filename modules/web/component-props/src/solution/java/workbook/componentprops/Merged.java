package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.Map;

/// A copy, because a declaration is shared by all who use it: Vue's own function writes into the
/// options that it is given.
final class Merged {

  private Merged() {}

  static Map<String, Prop> withDefaults(Map<String, Prop> props, Map<String, Object> defaults) {
    Map<String, Prop> merged = new LinkedHashMap<>(props);
    defaults.forEach((name, value) -> {
      if (!props.containsKey(name)) {
        throw new IllegalArgumentException(
            "props default key \"%s\" has no corresponding declaration.".formatted(name));
      }
      merged.put(name, props.get(name).withDefault(value));
    });
    return merged;
  }
}
