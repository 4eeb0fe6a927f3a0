package workbook.componentprops;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A prop as the processor has read it from a record.
///
/// @param types names of JavaScript's constructors
/// @param literal the default as it is written, or null if there is none
record PropType(
    String name, List<String> types, boolean required, boolean skipCheck, String literal) {

  /// The constructor that JavaScript has for a literal, as far as Vue's compiler looks: nothing is
  /// said of `null`, `undefined` and `-1`.
  private String typeOfLiteral() {
    if (Literal.isPrimitive(literal) && Literal.value(literal) != null) {
      return Js.rawType(Literal.value(literal));
    }
    return literal.startsWith("[") ? "Array" : literal.startsWith("{") ? "Object" : "";
  }

  /// Whether the default is of one of the types, if that can be told.
  boolean matchesDefault() {
    String type = literal == null ? "" : typeOfLiteral();
    return type.isEmpty() || types.contains("null") || types.contains(type);
  }

  /// The expression that makes the runtime declaration.
  String java() {
    StringBuilder java = new StringBuilder("Prop.").append(required ? "required(" : "optional(");
    java.append(types.stream().map(PropType::constant).collect(Collectors.joining(", ")));
    java.append(")");
    if (skipCheck) {
      java.append(".unchecked()");
    }
    if (literal != null) {
      String value = Literal.java(Literal.value(literal));
      // Where a function may be meant Vue leaves the default as it is, and it is shared.
      boolean shared = Literal.isPrimitive(literal) || types.contains("Function");
      java.append(
          shared
              ? ".withDefault(%s)".formatted(value)
              : ".withFactory(%s, _ -> %s)"
                  .formatted(Literal.quoted("() => (%s)".formatted(literal)), value));
    }
    return java.toString();
  }

  private static String constant(String type) {
    return "Type." + type.toUpperCase(Locale.ROOT);
  }
}
