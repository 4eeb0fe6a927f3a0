package workbook.componentprops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What becomes of attributes that are no props: the one root element gets them. Where there are
/// several, nobody does, and Vue says so (`packages/runtime-core/src/componentRenderUtils.ts`).
final class FallThrough {

  private FallThrough() {}

  /// The warnings of a component that renders several root elements.
  static List<String> lost(Map<String, Object> attrs) {
    List<String> warnings = new ArrayList<>();
    List<String> attributes = attrs.keySet().stream().filter(name -> !isListener(name)).toList();
    List<String> events = events(attrs.keySet());
    if (!attributes.isEmpty()) {
      warnings.add(
          "Extraneous non-props attributes (%s) were passed to component but could not be"
                  .formatted(String.join(", ", attributes))
              + " automatically inherited because component renders fragment or text or teleport"
              + " root nodes.");
    }
    if (!events.isEmpty()) {
      warnings.add(
          "Extraneous non-emits event listeners (%s) were passed to component but could not be"
                  .formatted(String.join(", ", events))
              + " automatically inherited because component renders fragment or text root nodes. If"
              + " the listener is intended to be a component custom event listener only, declare it"
              + " using the \"emits\" option.");
    }
    return warnings;
  }

  private static List<String> events(Set<String> names) {
    return names.stream()
        .filter(name -> isListener(name) && !name.startsWith("onUpdate:"))
        .map(name -> Character.toLowerCase(name.charAt(2)) + name.substring(3))
        .toList();
  }

  /// `onClick`, and not `once`.
  private static boolean isListener(String name) {
    return name.startsWith("on")
        && name.length() > 2
        && (name.charAt(2) < 'a' || name.charAt(2) > 'z');
  }
}
