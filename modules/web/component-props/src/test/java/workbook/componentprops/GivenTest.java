package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("What is given on the command line")
class GivenTest {

  @Test
  @DisplayName("is a string without a colon, and a value with one")
  void values() {
    Map<String, Object> given =
        Given.of(
            List.of(
                "a",
                "b=",
                "c=5",
                "d=x=y",
                ":e=5",
                ":f='x'",
                ":g=\"y\"",
                ":h=null",
                ":i=undefined",
                ":j=[1, {k: true}]",
                ":l=NaN",
                "aria-label=x",
                "v-model:m=1",
                "_n$=1"));
    assertThat(Js.literal(given))
        .isEqualTo(
            "{a: \"\", b: \"\", c: \"5\", d: \"x=y\", e: 5, f: \"x\", g: \"y\", h: null, i:"
                + " undefined, j: [1, {k: true}], l: NaN, aria-label: \"x\", v-model:m: \"1\","
                + " _n$: \"1\"}");
  }

  @Test
  @DisplayName("is refused in one line where it is no attribute")
  void wrong() {
    assertRefused("an attribute is likes, likes=5 or :likes=5, and was '=5'", "=5");
    assertRefused("an attribute is likes, likes=5 or :likes=5, and was ''", "");
    assertRefused("an attribute is likes, likes=5 or :likes=5, and was 'a b=1'", "a b=1");
    assertRefused("an attribute is likes, likes=5 or :likes=5, and was '::a=1'", "::a=1");
    assertRefused("a is given twice", "a=1", ":a=null");
    assertRefused("a is given twice", ":a=null", "a=1");
    String values = "such as 1, 'a', true, null, undefined, [1, 2] or {a: 1}";
    assertRefused(":a=[: [ is no value " + values, ":a=[");
    assertRefused(":a=x: x is no value " + values, ":a=x");
    assertRefused(":a=1 2: 1 2 is no value " + values, ":a=1 2");
    assertRefused(":a=: a value is missing, " + values, ":a");
    String deep = "[".repeat(5_000);
    assertRefused(
        ":a=%s...: %1$s... is no value %s".formatted("[".repeat(57), values), ":a=" + deep);
  }

  @Test
  @DisplayName("prints no control character as it is")
  void control() {
    Printed printed = Printed.by(new ComponentProps(), "likes=\u001b[2J", "class=\u202e");
    assertThat(printed.out())
        .contains("\"\\u001b[2J\"", "{class: \"\\u202e\"}")
        .doesNotContain("\u001b", "\u202e");
    assertThat(Printed.by(new Casting(), "is-open=\u001b").out()).doesNotContain("\u001b");
  }

  private static void assertRefused(String reason, String... attributes) {
    assertThat(Printed.by(new ComponentProps(), attributes))
        .isEqualTo(Printed.refusal(new ComponentProps(), reason));
  }
}
