package workbook.componentprops;

import java.util.Map;
import workbook.exercise.Todo;

/// Defaults that are an object of their own, as in `withDefaults(defineProps<…>(), defaults)`.
final class Merged {

  private Merged() {}

  /// The declaration with these defaults; in the order of the declaration, and otherwise as it was.
  /// A prop that had a default gets the new one. `null` and `undefined` are defaults as well. What
  /// is given is not changed.
  ///
  /// @throws IllegalArgumentException for a default without a prop, in Vue's words: `props default
  ///   key "x" has no corresponding declaration.`
  static Map<String, Prop> withDefaults(Map<String, Prop> props, Map<String, Object> defaults) {
    return Todo.todo("component-props/4");
  }
}
