package workbook.serverrendering;

import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Data for a page, as a text that may stand in a `<script>` element: what is shared stays shared,
/// a cycle stays one, and a date stays a date. The form is that of
/// [devalue](https://github.com/sveltejs/devalue), which Nuxt uses: a list of slots, in which a
/// number is the place of another slot.
final class Payload {

  private static final int UNDEFINED = -1;
  private static final int NAN = -3;
  private static final int INFINITY = -4;
  private static final int MINUS_INFINITY = -5;
  private static final int MINUS_ZERO = -6;

  /// The largest whole number up to which JavaScript's numbers have no gaps.
  private static final long SAFE = (1L << 53) - 1;

  /// As `Date.prototype.toISOString` writes it.
  private static final DateTimeFormatter DATE =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  /// JavaScript's `undefined`, which is not `null`.
  static final Object ABSENT = new Object();

  /// By identity, for objects: two that are equal are still two.
  private final Map<Object, Integer> objects = new IdentityHashMap<>();

  /// By the text of their slots, for what JavaScript compares by value.
  private final Map<Object, Integer> texts = new HashMap<>();

  private final List<String> slots = new ArrayList<>();
  private final List<String> way = new ArrayList<>();

  private Payload() {}

  /// @param value `null`, [#ABSENT], a string, a boolean, a number, an [Instant], or a list, a set
  ///   or a map of these; a map whose keys are strings becomes an object
  /// @throws IllegalArgumentException if there is anything else in it, with the place
  static String stringify(Object value) {
    Payload payload = new Payload();
    int index = payload.place(value);
    return index < 0 ? String.valueOf(index) : "[" + String.join(",", payload.slots) + "]";
  }

  private int place(Object value) {
    int special = special(value);
    if (special < 0) {
      return special;
    }
    Map<Object, Integer> known = isObject(value) ? objects : texts;
    Object key = isObject(value) ? value : slot(value);
    Integer before = known.get(key);
    if (before != null) {
      return before;
    }
    // Its place is taken before its members are written: one of them may be the value itself.
    int index = slots.size();
    known.put(key, index);
    slots.add("");
    slots.set(index, slot(value));
    return index;
  }

  private static boolean isObject(Object value) {
    return value instanceof List
        || value instanceof Map
        || value instanceof Set
        || value instanceof Instant;
  }

  private static int special(Object value) {
    if (value == ABSENT) {
      return UNDEFINED;
    }
    if (!(value instanceof Double || value instanceof Float)) {
      return 0;
    }
    double number = ((Number) value).doubleValue();
    if (Double.isNaN(number)) {
      return NAN;
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? INFINITY : MINUS_INFINITY;
    }
    return number == 0 && 1 / number < 0 ? MINUS_ZERO : 0;
  }

  private String slot(Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> quoted(text);
      case Boolean bool -> bool.toString();
      case BigInteger number -> "[\"BigInt\",\"" + number + "\"]";
      case Long number when number > SAFE || number < -SAFE -> "[\"BigInt\",\"" + number + "\"]";
      case Integer number -> text(number);
      case Long number -> text(number);
      case Double number -> text(number);
      case Instant date -> "[\"Date\",\"" + DATE.format(date) + "\"]";
      case List<?> list -> {
        StringBuilder slot = new StringBuilder("[");
        for (int i = 0; i < list.size(); i++) {
          slot.append(i == 0 ? "" : ",").append(member("[" + i + "]", list.get(i)));
        }
        yield slot.append(']').toString();
      }
      case Set<?> set -> {
        StringBuilder slot = new StringBuilder("[\"Set\"");
        set.forEach(member -> slot.append(',').append(member(".has(…)", member)));
        yield slot.append(']').toString();
      }
      case Map<?, ?> map when map.keySet().stream().allMatch(String.class::isInstance) ->
          object(map);
      case Map<?, ?> map -> {
        StringBuilder slot = new StringBuilder("[\"Map\"");
        map.forEach((key, member) ->
            slot.append(',')
                .append(member(".keys()", key))
                .append(',')
                .append(member(".get(…)", member)));
        yield slot.append(']').toString();
      }
      default ->
          throw new IllegalArgumentException(
              "Cannot stringify %s at payload%s"
                  .formatted(value.getClass().getName(), String.join("", way)));
    };
  }

  private String object(Map<?, ?> map) {
    StringBuilder slot = new StringBuilder("{");
    map.forEach((key, member) -> {
      if (key.equals("__proto__")) {
        throw new IllegalArgumentException(
            "Cannot stringify objects with __proto__ keys at payload" + String.join("", way));
      }
      slot.append(slot.length() == 1 ? "" : ",")
          .append(quoted((String) key))
          .append(':')
          .append(member("." + key, member));
    });
    return slot.append('}').toString();
  }

  private int member(String step, Object value) {
    way.add(step);
    int index = place(value);
    way.removeLast();
    return index;
  }

  /// A number as JavaScript writes it, where the two differ in whole numbers: `1`, not `1.0`.
  private static String text(Number number) {
    double value = number.doubleValue();
    return value == Math.rint(value) && Math.abs(value) <= SAFE
        ? String.valueOf((long) value)
        : number.toString();
  }

  /// A string that is JSON, and in which no tag begins: `</script>` would end the element.
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        case '\b' -> quoted.append("\\b");
        case '\f' -> quoted.append("\\f");
        case '<' -> quoted.append("\\u003C");
        default -> {
          if (c < ' ' || c == '\u2028' || c == '\u2029') {
            quoted.append("\\u%04x".formatted((int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
