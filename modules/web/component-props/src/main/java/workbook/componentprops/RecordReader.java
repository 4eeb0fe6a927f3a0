package workbook.componentprops;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/// Reads a component of a record as a prop, as `defineProps<…>()` reads a property of a type.
final class RecordReader {

  private final RuntimeType runtimeType;

  RecordReader(ProcessingEnvironment environment) {
    runtimeType = new RuntimeType(environment.getTypeUtils(), environment.getElementUtils());
  }

  /// @throws IllegalArgumentException with what is wrong with it
  PropType read(RecordComponentElement component) {
    String name = component.getSimpleName().toString();
    checkName(name);
    boolean optional = runtimeType.is(component.asType(), Optional.class);
    TypeMirror type = optional ? inOptional(component.asType()) : component.asType();
    checkOptional(type);
    RuntimeType.Inferred inferred = RuntimeType.union(members(component, type));
    String literal = literal(component);
    boolean required = !optional && literal == null;
    PropType prop = new PropType(name, inferred.names(), required, inferred.skipCheck(), literal);
    if (literal != null) {
      checkDefault(prop, optional, component.asType());
    }
    return prop;
  }

  private static void checkName(String name) {
    if (Declaration.isReserved(name) || name.startsWith("$")) {
      throw new IllegalArgumentException(
          "Invalid prop name: \"%s\" is a reserved property.".formatted(name));
    }
  }

  private static TypeMirror inOptional(TypeMirror optional) {
    List<? extends TypeMirror> arguments = ((DeclaredType) optional).getTypeArguments();
    if (arguments.isEmpty()) {
      throw new IllegalArgumentException("Optional of what? Write Optional<String>, for instance");
    }
    return arguments.getFirst();
  }

  private void checkOptional(TypeMirror type) {
    if (runtimeType.is(type, Optional.class)) {
      throw new IllegalArgumentException(
          "a prop is there or is absent: write %s, not Optional<%s>"
              .formatted(shown(type), shown(type)));
    }
    Stream.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class)
        .filter(primitive -> runtimeType.is(type, primitive))
        .findFirst()
        .ifPresent(primitive -> {
          throw new IllegalArgumentException(
              "a prop that may be absent is an Optional<…>, not an " + primitive.getSimpleName());
        });
  }

  private List<Optional<String>> members(RecordComponentElement component, TypeMirror type) {
    List<TypeMirror> union = union(component);
    if (!union.isEmpty() && !runtimeType.is(type, Object.class)) {
      throw new IllegalArgumentException(
          "a union is an Object to Java: write Object, not %s".formatted(shown(type)));
    }
    boolean nullable = component.getAnnotation(Nullable.class) != null;
    if (nullable && type.getKind().isPrimitive()) {
      throw new IllegalArgumentException("%s is never null in Java".formatted(type));
    }
    Stream<TypeMirror> members = union.isEmpty() ? Stream.of(type) : union.stream();
    return Stream.concat(
            members.map(runtimeType::of), nullable ? Stream.of(Optional.of("null")) : Stream.of())
        .toList();
  }

  /// The default as it is written, or null if there is none.
  private static String literal(RecordComponentElement component) {
    Optional<Object> value = annotation(component, Default.class);
    if (value.isPresent() && !(value.get() instanceof String)) {
      throw new IllegalArgumentException("@Default takes a string, such as \"0\"");
    }
    return value.map(text -> ((String) text).strip()).orElse(null);
  }

  /// The classes of a union, as types: their classes need not exist yet.
  private static List<TypeMirror> union(RecordComponentElement component) {
    Optional<Object> value = annotation(component, Union.class);
    if (value.isEmpty()) {
      return List.of();
    }
    List<TypeMirror> members = new ArrayList<>();
    for (Object each : value.get() instanceof List<?> all ? all : List.of()) {
      // Of a class that javac does not find it says so itself.
      if (((AnnotationValue) each).getValue() instanceof TypeMirror type) {
        members.add(type);
      }
    }
    if (members.size() < 2) {
      throw new IllegalArgumentException("a union has two types or more");
    }
    return members;
  }

  /// The value of an annotation; what is none, if it is written without one.
  private static Optional<Object> annotation(
      RecordComponentElement component, Class<? extends Annotation> type) {
    return component.getAnnotationMirrors().stream()
        .filter(annotation -> annotation.getAnnotationType().toString().equals(type.getName()))
        .<Object>map(annotation ->
            annotation.getElementValues().values().stream()
                .map(AnnotationValue::getValue)
                .findFirst()
                .orElse(Undefined.UNDEFINED))
        .findFirst();
  }

  /// A type without its packages.
  private static String shown(TypeMirror type) {
    return type.toString().replaceAll("\\b(?:\\w+\\.)++(?=\\w)", "");
  }

  private static void checkDefault(PropType prop, boolean optional, TypeMirror type) {
    if (optional) {
      throw new IllegalArgumentException(
          "a prop with a default is never absent: write %s, not %s"
              .formatted(shown(inOptional(type)), shown(type)));
    }
    if (!prop.matchesDefault()) {
      throw new IllegalArgumentException(
          "Default value of prop \"%s\" does not match declared type.".formatted(prop.name()));
    }
  }
}
