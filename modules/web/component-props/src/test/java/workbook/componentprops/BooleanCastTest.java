package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "component-props/1",
    title = "What makes a flag true",
    hints = {
      "An attribute that stands alone is an empty string. And one that is not there has no value at"
          + " all, which is not the same as null or undefined.",
      "Look for the attribute under both names with containsKey. Then compare the places of String"
          + " and Boolean in the list of types.",
      "Let hyphenated be Names.hyphenate(prop). If given contains neither prop nor hyphenated as a"
          + " key, return false. Take the value. If it equals \"\" or hyphenated, and types has no"
          + " String at a lower index than Boolean, return true. If not, return the value."
    },
    chinese =
        @Exercise.Chinese(
            title = "什么能让开关变成 true",
            hints = {
              "单独写一个属性名，得到的是空字符串。而没有写的属性根本没有值，这和 null、undefined 不是一回事。",
              "用 containsKey 按两种名字查找属性，再比较 String 和 Boolean 在类型列表中的先后。",
              "令 hyphenated 为 Names.hyphenate(prop)。如果 given 中既没有键 prop 也没有键 hyphenated，返回"
                  + " false。取出值：如果它等于 \"\" 或 hyphenated，并且 types 中没有下标小于 Boolean 的 String，返回"
                  + " true；否则原样返回。"
            }))
@DisplayName("Exercise 1: what makes a flag true")
class BooleanCastTest {

  // The expected values are those of Vue's guide, "Props", "Boolean Casting", and of the test
  // "boolean casting" in Vue's componentProps.spec.ts; the recorded answers hold them, too.

  @Test
  @DisplayName("absent is false, in whatever order the types stand")
  void absent() {
    assertValue("open", List.of(Type.BOOLEAN), given(), false);
    assertValue("open", List.of(Type.BOOLEAN, Type.STRING), given(), false);
    assertValue("open", List.of(Type.STRING, Type.BOOLEAN), given("opened", ""), false);
    assertValue("open", List.of(Type.BOOLEAN), given("OPEN", ""), false);
    assertValue("isOpen", List.of(Type.BOOLEAN), given("isopen", "", "IsOpen", ""), false);
  }

  @Test
  @DisplayName("an empty string is true, unless String comes first")
  void empty() {
    assertValue("open", List.of(Type.BOOLEAN), given("open", ""), true);
    assertValue("open", List.of(Type.BOOLEAN, Type.STRING), given("open", ""), true);
    assertValue("open", List.of(Type.STRING, Type.BOOLEAN), given("open", ""), "");
    assertValue("open", List.of(Type.NUMBER, Type.BOOLEAN), given("open", ""), true);
    assertValue("open", List.of(Type.NUMBER, Type.STRING, Type.BOOLEAN), given("open", ""), "");
    assertValue("open", List.of(Type.NUMBER, Type.BOOLEAN, Type.STRING), given("open", ""), true);
    // As a parser of templates makes it: an object of its own.
    assertValue("open", List.of(Type.BOOLEAN), given("open", new String("")), true);
  }

  @Test
  @DisplayName("the hyphenated name is true, and the name in code is a string")
  void name() {
    assertValue("open", List.of(Type.BOOLEAN), given("open", "open"), true);
    assertValue("isOpen", List.of(Type.BOOLEAN), given("isOpen", "is-open"), true);
    assertValue("isOpen", List.of(Type.BOOLEAN), given("isOpen", "isOpen"), "isOpen");
    assertValue("open", List.of(Type.STRING, Type.BOOLEAN), given("open", "open"), "open");
  }

  @Test
  @DisplayName("a blank, and the name with blanks or in capitals, are strings")
  void almost() {
    assertValue("open", List.of(Type.BOOLEAN), given("open", " "), " ");
    assertValue("open", List.of(Type.BOOLEAN), given("open", " open"), " open");
    assertValue("open", List.of(Type.BOOLEAN), given("open", "OPEN"), "OPEN");
  }

  @Test
  @DisplayName("a template writes the name with hyphens")
  void hyphenated() {
    assertValue("isOpen", List.of(Type.BOOLEAN), given("is-open", ""), true);
    assertValue("isOpen", List.of(Type.BOOLEAN), given("is-open", "is-open"), true);
    assertValue("isOpen", List.of(Type.BOOLEAN), given("is-open", false), false);
    // Each capital has its hyphen, but for one at the head.
    assertValue("isOK", List.of(Type.BOOLEAN), given("is-o-k", ""), true);
    assertValue("isOK", List.of(Type.BOOLEAN), given("isOK", "is-ok"), "is-ok");
    assertValue("Open", List.of(Type.BOOLEAN), given("Open", "open"), true);
  }

  @Test
  @DisplayName("everything else stays what it is")
  void others() {
    List<Object> values = new ArrayList<>(List.of("true", "false", "yes", 0, 1, true, false));
    values.add(Undefined.UNDEFINED);
    values.add(null);
    // JavaScript makes "" and "open" of them, but a cast compares with ===.
    values.add(Js.array());
    values.add(Js.array("open"));
    for (Object value : values) {
      assertValue("open", List.of(Type.BOOLEAN), given("open", value), value);
    }
  }

  private static Map<String, Object> given(Object... namesAndValues) {
    Map<String, Object> given = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return given;
  }

  private static void assertValue(
      String prop, List<Type> types, Map<String, Object> given, Object expected) {
    String asked = Js.literal(given);
    assertThat(BooleanCast.value(prop, types, given))
        .as("%s: %s, given %s", prop, types, asked)
        .isEqualTo(expected);
    assertThat(Js.literal(given)).as("what was given, afterwards").isEqualTo(asked);
  }
}
