package workbook.componentprops;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Values and declarations as peers.mjs writes them: JSON, and an object with the member `$` for
/// what JSON has no word for.
final class Codec {

  /// A class of a component's own.
  private static final class MyClass {}

  private static final Map<String, Type> TYPES = new LinkedHashMap<>();

  static {
    for (Type type :
        List.of(
            Type.STRING,
            Type.NUMBER,
            Type.BOOLEAN,
            Type.FUNCTION,
            Type.SYMBOL,
            Type.BIG_INT,
            Type.ARRAY,
            Type.OBJECT,
            Type.DATE,
            Type.SET,
            Type.PROMISE,
            Type.ERROR,
            Type.NULL,
            Type.of(MyClass.class))) {
      TYPES.put(type.name(), type);
    }
  }

  private Codec() {}

  static List<String> typeNames() {
    return List.copyOf(TYPES.keySet());
  }

  static Object decoded(Object json) {
    return switch (json) {
      case Number number -> number.doubleValue();
      case List<?> list -> {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(decoded(element)));
        yield elements;
      }
      case Map<?, ?> object when object.containsKey("$") ->
          special((String) object.get("$"), (String) object.get("text"));
      case Map<?, ?> object -> decodedMembers(object);
      case null, default -> json;
    };
  }

  static Map<String, Object> decodedMembers(Map<?, ?> object) {
    Map<String, Object> members = new LinkedHashMap<>();
    object.forEach((name, member) -> members.put((String) name, decoded(member)));
    return members;
  }

  private static Object special(String kind, String text) {
    return switch (kind) {
      case "undefined" -> Undefined.UNDEFINED;
      case "number" -> Double.valueOf(text);
      case "symbol" -> new Symbol(text);
      case "bigint" -> new BigInteger(text);
      case "date" -> Instant.ofEpochMilli(Long.parseLong(text));
      case "set" -> Set.of();
      case "promise" -> CompletableFuture.completedFuture(null);
      case "error" -> new Throwable(text);
      case "class" -> new MyClass();
      case "function" ->
          new JsFunction(text, _ -> Literal.value(text.substring("() => ".length())));
      default -> throw new IllegalArgumentException(kind);
    };
  }

  static Object encoded(Object value) {
    return switch (value) {
      case null -> null;
      case Undefined _ -> Map.of("$", "undefined");
      case BigInteger whole -> object("bigint", whole);
      case Number number -> encodedNumber(number.doubleValue());
      case Symbol symbol -> object("symbol", symbol.description());
      case Instant instant -> object("date", instant.toEpochMilli());
      case Set<?> _ -> Map.of("$", "set");
      case CompletionStage<?> _ -> Map.of("$", "promise");
      case Throwable error -> object("error", error.getMessage());
      case MyClass _ -> Map.of("$", "class");
      case JsFunction function -> object("function", function.source());
      case List<?> list -> {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(encoded(element)));
        yield elements;
      }
      case Map<?, ?> object -> {
        Map<String, Object> members = new LinkedHashMap<>();
        object.forEach((name, member) -> members.put((String) name, encoded(member)));
        yield members;
      }
      default -> value;
    };
  }

  private static Object encodedNumber(double number) {
    boolean inJson = Double.isFinite(number) && Double.compare(number, -0.0) != 0;
    return inJson ? (Object) number : object("number", number == 0 ? "-0" : number);
  }

  private static Map<String, Object> object(String kind, Object text) {
    return Map.of("$", kind, "text", text.toString());
  }

  static Declaration declaration(Object json) {
    if (json instanceof List<?> names) {
      return Declaration.ofNames(names.toArray(String[]::new));
    }
    Map<String, Prop> props = new LinkedHashMap<>();
    ((Map<?, ?>) json).forEach((name, prop) -> props.put((String) name, prop((Map<?, ?>) prop)));
    return Declaration.of(props);
  }

  private static Prop prop(Map<?, ?> json) {
    List<?> names =
        json.containsKey("types") ? (List<?>) json.get("types") : List.of(Type.NULL.name());
    Type[] types = names.stream().map(TYPES::get).toArray(Type[]::new);
    boolean required = Boolean.TRUE.equals(json.get("required"));
    Prop prop = required ? Prop.required(types) : Prop.optional(types);
    prop = Boolean.TRUE.equals(json.get("skipCheck")) ? prop.unchecked() : prop;
    if (json.containsKey("default")) {
      prop = prop.withDefault(decoded(json.get("default")));
    }
    if (json.containsKey("factory")) {
      prop = prop.withFactory("factory", _ -> decoded(json.get("factory")));
    }
    if (json.containsKey("copies")) {
      String other = (String) json.get("copies");
      prop =
          prop.withFactory(
              "copies",
              props -> Js.object("copied", props.getOrDefault(other, Undefined.UNDEFINED)));
    }
    if (json.containsKey("rejects")) {
      String other = (String) json.get("rejects");
      prop =
          prop.validatedBy(
              (value, props) -> !isSame(value, props.getOrDefault(other, Undefined.UNDEFINED)));
    }
    return prop;
  }

  /// JavaScript's `Object.is`.
  private static boolean isSame(Object one, Object other) {
    return Js.isObject(one) || one instanceof Symbol ? one == other : Objects.equals(one, other);
  }
}
