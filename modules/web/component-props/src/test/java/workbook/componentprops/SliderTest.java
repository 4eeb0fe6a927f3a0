package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "component-props/2",
    title = "A slider's props",
    hints = {
      "Four props in a LinkedHashMap. Which of them depends on others, and which of these may be of"
          + " the wrong type when it is asked?",
      "Vue resolves the defaults in the order of the declaration. A validator runs only if its own"
          + " value has the right type; of the other props nobody knows.",
      "Put min and max as Prop.optional(Type.NUMBER).withDefault(0) and (100); value as"
          + " Prop.required(Type.NUMBER).validatedBy(…); and last marks as"
          + " Prop.optional(Type.ARRAY).withFactory(\"…\", props -> Js.array(props.get(\"min\"),"
          + " props.get(\"max\"))). In the validator return true unless min and max are both"
          + " instances of Number; else, by doubleValue(), value >= min && value <= max."
    },
    chinese =
        @Exercise.Chinese(
            title = "滑块的 props",
            hints = {
              "用 LinkedHashMap 放四个 prop。哪一个依赖别的 prop？被它用到的那些，类型一定正确吗？",
              "Vue 按声明的顺序求默认值。校验函数只在自己的值类型正确时才运行；其他 prop 是什么类型，谁也不保证。",
              "min 和 max 用 Prop.optional(Type.NUMBER).withDefault(0) 和 (100)；value 用"
                  + " Prop.required(Type.NUMBER).validatedBy(…)；最后放 marks："
                  + "Prop.optional(Type.ARRAY).withFactory(\"…\", props -> Js.array(props.get(\"min\"),"
                  + " props.get(\"max\")))。校验函数中，除非 min 和 max 都是 Number 的实例，否则返回 true；都是则用"
                  + " doubleValue() 判断 value >= min && value <= max。"
            }))
@DisplayName("Exercise 2: a slider's props")
class SliderTest {

  @Test
  @DisplayName("min and max have defaults, value has none")
  void defaults() {
    Instance slider = new Instance(Declaration.of(Slider.props()));
    List<String> warnings = slider.give(Map.of());
    assertNumber(slider, "min", 0);
    assertNumber(slider, "max", 100);
    assertThat(slider.props().get("value"))
        .as("value of a slider to which nothing is given")
        .isEqualTo(Undefined.UNDEFINED);
    assertThat(warnings)
        .as("warnings of a slider to which nothing is given")
        .isEqualTo(List.of("Missing required prop: \"value\""));
  }

  @Test
  @DisplayName("four props, and no other: what else is given falls through to the element")
  void four() {
    assertThat(new TreeSet<>(Slider.props().keySet()))
        .as("the props of a slider")
        .isEqualTo(new TreeSet<>(List.of("marks", "max", "min", "value")));
  }

  @Test
  @DisplayName("a value within the bounds is accepted, and the bounds themselves")
  void within() {
    assertWarnings(Map.of("value", 0));
    assertWarnings(Map.of("value", 100));
    assertWarnings(Map.of("value", 0.5, "max", 0.5));
    assertWarnings(Map.of("value", -3.5, "min", -4, "max", -3));
    assertWarnings(Map.of("value", 5, "min", 5, "max", 5));
    // For JavaScript -0 is neither less nor more than 0, and infinity is a number.
    assertThat(warnings(Map.of("value", -0.0)))
        .as("warnings of a slider with {value: -0}")
        .isEqualTo(List.of());
    assertWarnings(Map.of("value", Double.POSITIVE_INFINITY, "max", Double.POSITIVE_INFINITY));
    assertWarnings(Map.of("value", 5, "min", Double.NEGATIVE_INFINITY));
  }

  @Test
  @DisplayName("a value outside is refused, and NaN")
  void outside() {
    String refused = "Invalid prop: custom validator check failed for prop \"value\".";
    assertWarnings(Map.of("value", -1), refused);
    assertWarnings(Map.of("value", 100.5), refused);
    assertWarnings(Map.of("value", 100.000001), refused);
    assertWarnings(Map.of("value", Double.POSITIVE_INFINITY), refused);
    assertWarnings(Map.of("value", 3.5, "min", 3.75), refused);
    assertWarnings(Map.of("value", Double.NaN), refused);
    assertWarnings(Map.of("value", 5, "min", 10, "max", 0), refused);
  }

  @Test
  @DisplayName("a value of the wrong type has the one warning that says so")
  void wrongType() {
    assertWarnings(
        Map.of("value", "5"),
        "Invalid prop: type check failed for prop \"value\". Expected Number with value 5, got"
            + " String with value \"5\".");
  }

  @Test
  @DisplayName("where min or max is no number, only that is complained of")
  void wrongBounds() {
    String max =
        "Invalid prop: type check failed for prop \"max\". Expected Number with value 10, got"
            + " String with value \"10\".";
    assertWarnings(Map.of("value", 5, "max", "10"), max);
    assertWarnings(Map.of("value", 50, "max", "10"), max);
    assertWarnings(Map.of("value", -5, "max", "10"), max);
    assertWarnings(Map.of("value", Double.NaN, "max", "10"), max);
    assertWarnings(
        Map.of("value", 500, "min", "1"),
        "Invalid prop: type check failed for prop \"min\". Expected Number with value 1, got String"
            + " with value \"1\".");
    Map<String, Object> given = Js.object("value", -5, "min", null);
    assertWarnings(given);
  }

  @Test
  @DisplayName("marks are min and max, as they are resolved")
  void marks() {
    assertMarks(Map.of("value", 1), "[0, 100]");
    assertMarks(Map.of("value", 1, "max", 5), "[0, 5]");
    assertMarks(Map.of("value", 1, "min", 1, "max", 5), "[1, 5]");
    assertMarks(Map.of("value", 1, "marks", Js.array(2)), "[2]");
    assertMarks(Map.of("value", 1, "min", 10, "max", 0), "[10, 0]");
    assertMarks(Map.of("value", 1, "min", "1"), "[\"1\", 100]");
    assertMarks(Js.object("value", 1, "min", null), "[null, 100]");
  }

  @Test
  @DisplayName("marks that are no array have a warning")
  void noArray() {
    assertWarnings(
        Map.of("value", 1, "marks", Js.object("0", 0)),
        "Invalid prop: type check failed for prop \"marks\". Expected Array, got Object ");
  }

  @Test
  @DisplayName("each slider has marks of its own, that it may change")
  void own() {
    Map<String, Prop> props = Slider.props();
    Instance one = new Instance(Declaration.of(props));
    Instance other = new Instance(Declaration.of(props));
    one.give(Map.of("value", 1));
    other.give(Map.of("value", 1));
    assertThatCode(() -> marks(one).add(50))
        .as("adding 50 to the marks of a slider")
        .doesNotThrowAnyException();
    assertThat(Js.literal(marks(other)))
        .as("marks of the other slider, when one has added 50 to its own")
        .isEqualTo("[0, 100]");
  }

  @SuppressWarnings("unchecked") // Of whatever the elements are.
  private static List<Object> marks(Instance slider) {
    return (List<Object>) slider.props().get("marks");
  }

  private static void assertNumber(Instance slider, String name, double expected) {
    assertThat(Js.number(slider.props().get(name)))
        .as("%s of a slider to which nothing is given", name)
        .isEqualTo(expected);
  }

  private static void assertMarks(Map<String, Object> given, String expected) {
    Instance slider = new Instance(Declaration.of(Slider.props()));
    slider.give(given);
    assertThat(Js.literal(slider.props().get("marks")))
        .as("marks of a slider with %s", sorted(given))
        .isEqualTo(expected);
  }

  private static void assertWarnings(Map<String, Object> given, String... expected) {
    assertThat(warnings(given))
        .as("warnings of a slider with %s", sorted(given))
        .isEqualTo(List.of(expected));
  }

  private static List<String> warnings(Map<String, Object> given) {
    Instance slider = new Instance(Declaration.of(Slider.props()));
    try {
      return slider.give(given);
    } catch (RuntimeException e) {
      return List.of("the declaration threw " + e);
    }
  }

  private static String sorted(Map<String, Object> given) {
    return Js.literal(new java.util.TreeMap<>(given));
  }
}
