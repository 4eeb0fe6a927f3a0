package workbook.serverrendering;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Each container is known before its members are read.
final class PayloadReader {

  private final List<Object> slots;
  private final Map<Integer, Object> known = new HashMap<>();

  private PayloadReader(List<Object> slots) {
    this.slots = slots;
  }

  static Object read(List<Object> slots) {
    return new PayloadReader(slots).value(0);
  }

  private Object value(int index) {
    if (index < 0) {
      return index == -3 ? (Object) Double.NaN : Payload.ABSENT;
    }
    if (known.containsKey(index)) {
      return known.get(index);
    }
    Object slot = slots.get(index);
    if (slot instanceof Map<?, ?> members) {
      Map<String, Object> object = new LinkedHashMap<>();
      known.put(index, object);
      members.forEach((key, number) -> object.put((String) key, value((Integer) number)));
      return object;
    }
    if (!(slot instanceof List<?> list)) {
      return slot;
    }
    if (!list.isEmpty() && list.getFirst().equals("Date")) {
      Instant date = Instant.parse((String) list.get(1));
      known.put(index, date);
      return date;
    }
    if (!list.isEmpty() && list.getFirst().equals("Set")) {
      Set<Object> set = new LinkedHashSet<>();
      known.put(index, set);
      list.subList(1, list.size()).forEach(number -> set.add(value((Integer) number)));
      return set;
    }
    List<Object> values = new ArrayList<>();
    known.put(index, values);
    list.forEach(number -> values.add(value((Integer) number)));
    return values;
  }
}
