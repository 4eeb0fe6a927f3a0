package workbook.serverrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import workbook.exercise.Exercise;

@Exercise(
    id = "server-rendering/4",
    title = "The way back",
    hints = {
      "A slot may be named before it is complete. When do you have to know the object that belongs"
          + " to it?",
      "Keep a map from the number of a slot to its object. Put the empty object in as soon as you"
          + " have made it, and only then read its members, by the same method.",
      "Write value(index): below zero return ABSENT, or NaN for -3; if the index is in the map,"
          + " return what is there. Then look at the slot. A map: make a LinkedHashMap, put it under"
          + " the index, add value(number) for each entry. A list that begins with \"Date\":"
          + " Instant.parse of its second element, put under the index. One that begins with"
          + " \"Set\": a LinkedHashSet, put, then value of the rest. Any other list: an ArrayList,"
          + " put, then value of each. Anything else is itself. The answer is value(0)."
    },
    chinese =
        @Exercise.Chinese(
            title = "反过来读",
            hints = {
              "一个槽可能在读完之前就被引用。属于它的对象，最晚什么时候必须存在？",
              "用一个 map 记下槽的编号对应的对象。空对象一建好就放进去，然后才用同一个方法读它的成员。",
              "写一个 value(index)：小于零时返回 ABSENT，-3 返回 NaN；map 里有这个编号就直接返回。然后看槽的内容。若是 map：建 LinkedHashMap，以编号放入，再对每一项加入 value(编号)。若是以 \"Date\" 开头的列表：对第二个元素用 Instant.parse，放入。以 \"Set\" 开头：建 LinkedHashSet，放入，再对其余各项取 value。其他列表：建 ArrayList，放入，再对每项取 value。其余的就是它自己。答案是 value(0)。"
            }))
@DisplayName("Exercise 4: the way back")
class PayloadReaderTest {

  /// The payloads are devalue's own: PayloadTest has it write the same values. The other column is
  /// what they mean, and `#n` an object that was there before, by its place from 0.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[null] | null",
        "[\"-1\"] | '-1'",
        "[{\"a\":1,\"b\":2},1,\"x\"] | {a=1, b='x'}",
        "[{\"b\":-1,\"a\":-3}] | {b=absent, a=NaN}",
        "[[1,2,-1],true,2.5] | [true, 2.5, absent]",
        "[[]] | []",
        "[{}] | {}",
        "[[1,1,2],{\"x\":3},{\"x\":3},1] | [{x=1}, #1, {x=1}]",
        "[{\"self\":0}] | {self=#0}",
        "[[1],{\"up\":0,\"me\":1}] | [{up=#0, me=#1}]",
        "[[\"Date\",\"2025-03-01T09:30:00.000Z\"]] | date 2025-03-01T09:30:00Z",
        "[[1,1],[\"Date\",\"1970-01-01T00:00:00.000Z\"]] | [date 1970-01-01T00:00:00Z, date"
            + " 1970-01-01T00:00:00Z]",
        "[[\"Set\",1,2],\"b\",\"a\"] | set ['b', 'a']",
        "[[\"Set\"]] | set []",
        "[[\"Set\",-1,1,-3],\"a\"] | set [absent, 'a', NaN]",
        "[[1,1],[\"Set\",2],\"x\"] | [set ['x'], #1]",
        "[[1,2],\"Date\",\"Set\"] | ['Date', 'Set']"
      })
  @DisplayName("means what was written")
  void read(String payload, String expected) {
    List<Object> slots = JsonMapper.shared().readValue(payload, new TypeReference<>() {});
    assertThat(shown(slots)).as("the value of %s", payload).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[[\"Set\",1,2],\"b\",\"a\"]",
        "[[\"Date\",\"1970-01-01T00:00:00.000Z\"]]",
        "[{\"a\":1},[2,0],3]"
      })
  @DisplayName("is left as it was, and can be read again")
  void again(String payload) {
    List<Object> slots = JsonMapper.shared().readValue(payload, new TypeReference<>() {});
    shown(slots);
    assertThat(JsonMapper.shared().writeValueAsString(slots))
        .as("the payload, after it was read")
        .isEqualTo(payload);
  }

  private static String shown(List<Object> slots) {
    try {
      return new Shown().of(PayloadReader.read(slots));
    } catch (StackOverflowError _) {
      return "nothing: the reading never ends";
    }
  }

  /// A value as text, with what is shared in it.
  private static final class Shown {
    private final Map<Object, Integer> places = new IdentityHashMap<>();

    private String of(Object value) {
      if (value == Payload.ABSENT) {
        return "absent";
      }
      if (value instanceof String) {
        return "'" + value + "'";
      }
      if (value instanceof Instant) {
        return "date " + value;
      }
      if (!(value instanceof Map || value instanceof List || value instanceof Set)) {
        return String.valueOf(value);
      }
      if (places.containsKey(value)) {
        return "#" + places.get(value);
      }
      places.put(value, places.size());
      return switch (value) {
        case Map<?, ?> map ->
            map.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
        case Set<?> set ->
            set.stream().map(this::of).collect(Collectors.joining(", ", "set [", "]"));
        case List<?> list ->
            list.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        default -> throw new IllegalStateException(value.getClass().getName());
      };
    }
  }
}
