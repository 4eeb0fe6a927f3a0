package workbook.componentprops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Vue's `validateProp`, of the development build.
final class PropCheck {

  private PropCheck() {}

  /// What is wrong with a prop: the first thing only.
  static Optional<String> warning(
      String name, Object value, Prop prop, Map<String, Object> props, boolean absent) {
    if (prop.required() && absent) {
      return Optional.of("Missing required prop: \"%s\"".formatted(name));
    }
    if ((value == null || value == Undefined.UNDEFINED) && !prop.required()) {
      return Optional.empty();
    }
    if (!prop.isAny()
        && !prop.skipCheck()
        && prop.types().stream().noneMatch(type -> type.accepts().test(value))) {
      return Optional.of(wrongType(name, value, prop.types()));
    }
    if (prop.validator() != null && !prop.validator().accepts(value, props)) {
      return Optional.of(
          "Invalid prop: custom validator check failed for prop \"%s\".".formatted(name));
    }
    return Optional.empty();
  }

  private static String wrongType(String name, Object value, List<Type> types) {
    if (types.isEmpty()) {
      return "Prop type [] for prop \"%s\" won't match anything.".formatted(name)
          + " Did you mean to use type Array instead?";
    }
    String expected = types.getFirst().name();
    String received = Js.rawType(value);
    List<String> message = new ArrayList<>();
    message.add("Invalid prop: type check failed for prop \"%s\". Expected ".formatted(name));
    message.add(types.stream().map(PropCheck::capitalized).collect(Collectors.joining(" | ")));
    // What the value would be as the expected type: `5` and `"5"` look alike in a template.
    if (types.size() == 1 && isShown(expected) && isConverted(expected) && isConverted(received)) {
      message.add(" with value " + shown(value, expected));
    }
    message.add(", got " + received + " ");
    if (isShown(received)) {
      message.add("with value " + shown(value, received) + ".");
    }
    return String.join("", message);
  }

  private static String capitalized(Type type) {
    return Character.toUpperCase(type.name().charAt(0)) + type.name().substring(1);
  }

  private static boolean isShown(String type) {
    return List.of("String", "Number", "Boolean").contains(type);
  }

  private static boolean isConverted(String type) {
    return !List.of("Boolean", "Symbol").contains(type);
  }

  private static String shown(Object value, String type) {
    return switch (type) {
      case "String" -> '"' + Js.string(value) + '"';
      case "Number" -> JsNumber.text(Js.number(value));
      default -> Js.string(value);
    };
  }
}
