package workbook.componentprops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import workbook.lab.Table;

/// A value as JavaScript writes it: JSON, with single quotes and names without quotes.
final class Literal {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Literal() {}

  /// Its value: `"x"`, 1.0, true, null, a `List`, a `Map` or [Undefined#UNDEFINED].
  ///
  /// @throws IllegalArgumentException if it is none
  static Object value(String text) {
    if (text.strip().equals("undefined")) {
      return Undefined.UNDEFINED;
    }
    try {
      return withDoubles(JSON.readValue(text, Object.class));
    } catch (JacksonException _) {
      throw new IllegalArgumentException(
          text.isBlank()
              ? "a value is missing, such as 1, 'a', true, null, undefined, [1, 2] or {a: 1}"
              : "%s is no value such as 1, 'a', true, null, undefined, [1, 2] or {a: 1}"
                  .formatted(Table.oneLine(text)));
    }
  }

  /// JavaScript has one type of numbers.
  static Object withDoubles(Object value) {
    return switch (value) {
      case Number number -> number.doubleValue();
      case List<?> list -> {
        List<Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(withDoubles(element)));
        yield elements;
      }
      case Map<?, ?> map -> {
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, member) -> object.put((String) name, withDoubles(member)));
        yield object;
      }
      case null, default -> value;
    };
  }

  /// Whether JavaScript's grammar calls it a literal: an array is made anew each time, and `-1` is
  /// an operator and a literal.
  static boolean isPrimitive(String text) {
    Object value = value(text);
    return value == null
        || value instanceof String
        || value instanceof Boolean
        || value instanceof Double number
            && !number.isNaN()
            && !number.isInfinite()
            && !text.strip().startsWith("-");
  }

  /// The expression in Java whose value it is.
  static String java(Object value) {
    return switch (value) {
      case null -> "null";
      case Undefined _ -> "Undefined.UNDEFINED";
      case String text -> quoted(text);
      case Double number when number.isNaN() -> "Double.NaN";
      case Double number when number.isInfinite() ->
          number > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
      case List<?> list -> call("Js.array", list);
      case Map<?, ?> object -> {
        List<Object> members = new ArrayList<>();
        object.forEach((name, member) -> {
          members.add(name);
          members.add(member);
        });
        yield call("Js.object", members);
      }
      default -> value.toString();
    };
  }

  private static String call(String method, List<?> arguments) {
    // One null alone would be taken for the array of all arguments.
    if (arguments.size() == 1 && arguments.getFirst() == null) {
      return method + "((Object) null)";
    }
    return method
        + arguments.stream().map(Literal::java).collect(Collectors.joining(", ", "(", ")"));
  }

  /// A string literal of Java, in ASCII.
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            quoted.append('\\').append((char) c);
          } else if (c < ' ') {
            // Not as a Unicode escape, which javac would take for the line end itself.
            quoted.append("\\%03o".formatted(c));
          } else if (c > '~') {
            quoted.append("\\u%04x".formatted(c));
          } else {
            quoted.append((char) c);
          }
        });
    return quoted.append('"').toString();
  }
}
