package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/// What is left of a type at run time: the name of a JavaScript constructor. By `inferRuntimeType`
/// in `packages/compiler-sfc/src/script/resolveType.ts` of Vue.
final class RuntimeType {

  /// The first that a type is a subtype of decides.
  private static final Map<String, String> BY_CLASS = new LinkedHashMap<>();

  static {
    BY_CLASS.put("java.lang.String", "String");
    BY_CLASS.put("java.lang.Character", "String");
    BY_CLASS.put("java.lang.Enum", "String");
    BY_CLASS.put("java.lang.Boolean", "Boolean");
    BY_CLASS.put("java.lang.Throwable", "Error");
    BY_CLASS.put("java.util.List", "Array");
    BY_CLASS.put("java.util.Set", "Set");
    BY_CLASS.put("java.util.Map", "Object");
    BY_CLASS.put("java.time.Instant", "Date");
    BY_CLASS.put("java.util.Date", "Date");
    BY_CLASS.put("java.util.concurrent.CompletionStage", "Promise");
    BY_CLASS.put(Symbol.class.getName(), "Symbol");
    BY_CLASS.put(JsFunction.class.getName(), "Function");
  }

  private static final List<String> NUMBERS =
      List.of("Byte", "Short", "Integer", "Long", "Float", "Double", "Number");

  private final Types types;
  private final Elements elements;

  RuntimeType(Types types, Elements elements) {
    this.types = types;
    this.elements = elements;
  }

  /// The constructor's name, or nothing where JavaScript has none: Vue's `UNKNOWN_TYPE`.
  Optional<String> of(TypeMirror type) {
    return switch (type.getKind()) {
      case BOOLEAN -> Optional.of("Boolean");
      case CHAR -> Optional.of("String");
      case BYTE, SHORT, INT, LONG, FLOAT, DOUBLE -> Optional.of("Number");
      case ARRAY -> Optional.of("Array");
      case DECLARED -> ofClass(type);
      default -> Optional.empty();
    };
  }

  private Optional<String> ofClass(TypeMirror type) {
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    String name = element.getQualifiedName().toString();
    for (Map.Entry<String, String> known : BY_CLASS.entrySet()) {
      if (isSubtype(type, known.getKey())) {
        return Optional.of(known.getValue());
      }
    }
    if (name.startsWith("java.lang.") && NUMBERS.contains(element.getSimpleName().toString())) {
      return Optional.of("Number");
    }
    if (element.getKind() == ElementKind.INTERFACE && elements.isFunctionalInterface(element)) {
      return Optional.of("Function");
    }
    // A class of the JDK that JavaScript does not have, as BigInteger or Pattern.
    return name.startsWith("java.") ? Optional.empty() : Optional.of("Object");
  }

  private boolean isSubtype(TypeMirror type, String name) {
    return types.isSubtype(types.erasure(type), erased(name));
  }

  private TypeMirror erased(String name) {
    return types.erasure(elements.getTypeElement(name).asType());
  }

  /// Whether a type is a class, whatever its type arguments.
  boolean is(TypeMirror type, Class<?> wanted) {
    return type.getKind() == TypeKind.DECLARED
        && types.isSameType(types.erasure(type), erased(wanted.getName()));
  }

  /// The names for a union, each once. Where one is unknown nothing can be checked, and only what
  /// decides about casting is kept.
  static Inferred union(List<Optional<String>> members) {
    List<String> names = members.stream().flatMap(Optional::stream).distinct().toList();
    if (members.stream().allMatch(Optional::isPresent)) {
      return new Inferred(names, false);
    }
    boolean needed = names.contains("Boolean") || names.contains("Function");
    return needed ? new Inferred(names, true) : new Inferred(List.of("null"), false);
  }

  /// The types of a prop, and whether they serve casting only.
  record Inferred(List<String> names, boolean skipCheck) {}
}
