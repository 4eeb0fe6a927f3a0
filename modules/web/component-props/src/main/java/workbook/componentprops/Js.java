package workbook.componentprops;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/// What JavaScript makes of a value. A `Map` is a plain object, a `List` an array, every `Number`
/// but a `BigInteger` a number.
public final class Js {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern(
              "EEE MMM dd yyyy HH:mm:ss 'GMT+0000 (Coordinated Universal Time)'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Js() {}

  /// An array, that can be changed.
  public static List<Object> array(Object... elements) {
    return new ArrayList<>(Arrays.asList(elements));
  }

  /// An object, that can be changed.
  ///
  /// @param namesAndValues a name, its value, the next name and so on
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static boolean isNumber(Object value) {
    return value instanceof Number && !(value instanceof BigInteger);
  }

  static boolean isObject(Object value) {
    return switch (value) {
      case null -> false;
      case Undefined _, String _, Boolean _, Number _, Symbol _, JsFunction _ -> false;
      default -> true;
    };
  }

  /// `Object.prototype.toString` without its brackets.
  static String rawType(Object value) {
    return switch (value) {
      case null -> "Null";
      case Undefined _ -> "Undefined";
      case String _ -> "String";
      case Boolean _ -> "Boolean";
      case BigInteger _ -> "BigInt";
      case Number _ -> "Number";
      case Symbol _ -> "Symbol";
      case JsFunction _ -> "Function";
      case List<?> _ -> "Array";
      case Set<?> _ -> "Set";
      case Instant _ -> "Date";
      case CompletionStage<?> _ -> "Promise";
      case Throwable _ -> "Error";
      default -> "Object";
    };
  }

  /// `String(value)`.
  static String string(Object value) {
    return switch (value) {
      case null -> "null";
      case BigInteger whole -> whole.toString();
      case Number number -> JsNumber.text(number.doubleValue());
      case List<?> list ->
          list.stream()
              .map(element ->
                  element == null || element == Undefined.UNDEFINED ? "" : string(element))
              .collect(Collectors.joining(","));
      case Instant instant -> DATE.format(instant);
      case Throwable error -> "Error: " + error.getMessage();
      case String _, Boolean _, Undefined _, Symbol _, JsFunction _ -> value.toString();
      default -> "[object %s]".formatted(rawType(value));
    };
  }

  /// `Number(value)`.
  static double number(Object value) {
    return switch (value) {
      case null -> 0;
      case Undefined _ -> Double.NaN;
      case Boolean truth -> truth ? 1 : 0;
      case Number number -> number.doubleValue();
      case Instant instant -> instant.toEpochMilli();
      default -> JsNumber.of(string(value));
    };
  }

  /// A value as a program writes it.
  static String literal(Object value) {
    return switch (value) {
      case String text -> quoted(text);
      case List<?> list ->
          list.stream().map(Js::literal).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> object ->
          object.entrySet().stream()
              .map(entry -> entry.getKey() + ": " + literal(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      case null, default -> string(value);
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
