package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/6",
    title = "Rules for a script without spaces",
    hints = {
      "Gopher counts words. Here there are none to count, so decide first what stands in their"
          + " place: text.codePoints(), without white space.",
      "A rare Chinese character is two chars and one code point. Compare whole numbers: 10 *"
          + " letters >= 8 * n has no rounding at the edge. Blank lines are no lines.",
      "n = code points that are not Character.isWhitespace. Count han (UnicodeScript.of(c) == HAN),"
          + " letters (han or Character.isLetterOrDigit), symbols ('#' or '…'). Lines:"
          + " text.lines(), stripped, not empty. common: how many of the six stand in the text."
          + " Return 100 <= n <= 200000 && 10 letters >= 8 n && 2 han >= n && 20 symbols <= n &&"
          + " 10 trailing <= 3 lines && common >= 2."
    },
    chinese =
        @Exercise.Chinese(
            title = "没有空格的文字用什么规则",
            hints = {
              "Gopher 数的是词。这里没有词可数，先想好用什么代替：text.codePoints()，不含空白。",
              "生僻汉字是两个 char、一个码点。用整数比较：10 * letters >= 8 * n 在边界上没有舍入。空白行不算行。",
              "n = 不是 Character.isWhitespace 的码点数。数 han（UnicodeScript.of(c) == HAN）、letters（han 或"
                  + " Character.isLetterOrDigit）、symbols（'#' 或 '…'）。行：text.lines()，strip 之后非空。common：六个字中"
                  + "有几个出现在文本里。返回 100 <= n <= 200000 && 10 letters >= 8 n && 2 han >= n && 20 symbols <= n"
                  + " && 10 trailing <= 3 lines && common >= 2。"
            }))
@DisplayName("Exercise 6: rules for a script without spaces")
class ScriptRulesTest {

  /// 26 characters, 24 of them Chinese, with 的, 在 and 是.
  private static final String LINE = "河边的小屋在清晨最安静，窗外是一片开花的果园，没有风";

  private static void assertPass(boolean expected, String what, String text) {
    assertThat(ScriptRules.pass(text)).as(what).isEqualTo(expected);
  }

  /// The article of GopherTest, four times: 43 characters each, 39 of them Chinese.
  @Test
  @DisplayName("pass what Gopher's reject")
  void article() {
    String text = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。\n".repeat(4);
    assertThat(Gopher.broken(text)).as("Gopher's rules on it").isPresent();
    assertPass(true, "a Chinese text of 4 lines", text);
    assertPass(true, "the same with spaces between its characters", text.replaceAll("(.)", "$1 "));
  }

  @Test
  @DisplayName("want 100 to 200,000 characters, without white space")
  void length() {
    String common = "的了";
    assertPass(true, "100 characters", common + "河".repeat(98));
    assertPass(false, "99 characters", common + "河".repeat(97));
    assertPass(false, "99 characters and 50 spaces", common + "河".repeat(97) + " ".repeat(50));
    assertPass(true, "200000 characters", common + "河".repeat(199_998));
    assertPass(false, "200001 characters", common + "河".repeat(199_999));
  }

  /// U+3000 is the space that Chinese paragraphs begin with, and U+00A0 is none for Java.
  @Test
  @DisplayName("count no white space, as Character.isWhitespace has it")
  void whiteSpace() {
    String text = "的了" + "河".repeat(97);
    assertPass(false, "99 characters and an ideographic space (U+3000)", "\u3000" + text);
    assertPass(true, "99 characters and a no-break space (U+00A0)", "\u00a0" + text);
  }

  /// U+20000 is two chars in Java.
  @Test
  @DisplayName("count a rare character once")
  void rare() {
    assertPass(false, "99 characters, 97 of them rare", "的了" + "\ud840\udc00".repeat(97));
    assertPass(true, "100 characters, 98 of them rare", "的了" + "\ud840\udc00".repeat(98));
  }

  @Test
  @DisplayName("want letters of any script in 8 of 10 places, and Chinese in half")
  void letters() {
    String chinese = "的了" + "河".repeat(58);
    assertPass(true, "60 Chinese, 20 Latin, 20 commas", chinese + "a".repeat(20) + "，".repeat(20));
    assertPass(true, "60 Chinese, 20 digits, 20 commas", chinese + "7".repeat(20) + "，".repeat(20));
    assertPass(false, "60 Chinese, 19 Latin, 21 commas", chinese + "a".repeat(19) + "，".repeat(21));
    assertPass(true, "60 Chinese, 60 Latin", chinese + "a".repeat(60));
    assertPass(false, "60 Chinese, 61 Latin", chinese + "a".repeat(61));
    assertPass(true, "60 Chinese, 20 Greek, 20 commas", chinese + "α".repeat(20) + "，".repeat(20));
    assertPass(
        false,
        "49 Chinese, 40 Latin, 11 commas",
        "的了" + "河".repeat(47) + "a".repeat(40) + "，".repeat(11));
  }

  /// 8 in 10 of 101 are 80.8, 1 in 20 of 101 is 5.05, and 3 in 10 of 103 are 30.9.
  @Test
  @DisplayName("round nothing")
  void edges() {
    assertPass(
        false,
        "80 letters in 101 characters",
        "的了" + "河".repeat(58) + "a".repeat(20) + "，".repeat(21));
    assertPass(false, "6 symbols in 101 characters", "的了" + "河".repeat(93) + "######");
    assertPass(
        false, "31 of 103 lines trail off", (LINE + "…\n").repeat(31) + (LINE + "\n").repeat(72));
  }

  /// 〇 (U+3007) is no letter for Java, and 々 (U+3005) is not ideographic, but both are HAN.
  @Test
  @DisplayName("take for Chinese what Unicode calls HAN")
  void han() {
    assertPass(true, "98 times 〇", "的了" + "〇".repeat(98));
    assertPass(true, "98 times 々", "的了" + "々".repeat(98));
  }

  @Test
  @DisplayName("want no more than one symbol in 20")
  void symbols() {
    assertPass(true, "5 symbols in 100", "的了" + "河".repeat(93) + "##…##");
    assertPass(false, "6 symbols in 100", "的了" + "河".repeat(92) + "##…###");
    assertPass(
        true,
        "6 times three dots, which are no symbol, in 100",
        "的了" + "河...".repeat(6) + "河".repeat(74));
  }

  @Test
  @DisplayName("want no more than 3 in 10 lines that trail off; blank lines are none")
  void trailing() {
    String other = (LINE + "\n").repeat(7);
    assertPass(true, "3 of 10 lines trail off", (LINE + "…\n").repeat(3) + other);
    assertPass(false, "4 of 11 lines trail off", (LINE + "...  \n").repeat(4) + other);
    assertPass(
        false,
        "4 of 11 lines trail off, and 20 are blank",
        (LINE + "…\n").repeat(4) + other + " \n".repeat(20));
    assertPass(
        false,
        "4 of 11 lines trail off before an ideographic space",
        (LINE + "…\u3000\n").repeat(4) + other);
    assertPass(true, "4 of 11 lines end in two dots", (LINE + "..\n").repeat(4) + other);
  }

  @Test
  @DisplayName("want two different common characters")
  void common() {
    assertPass(false, "one common character, often", "的".repeat(30) + "河".repeat(90));
    assertPass(true, "the last two of the six", "和不" + "河".repeat(100));
    assertPass(
        true,
        "two in the second line, none in the first",
        "河".repeat(50) + "\n的了" + "河".repeat(50));
    assertPass(false, "none", "河".repeat(120));
  }

  @Test
  @DisplayName("reject English, and nothing")
  void english() {
    assertPass(false, "an English text", "the river and the house that have a garden ".repeat(10));
    assertPass(false, "an empty text", "");
    assertPass(false, "blank lines", "\n \n");
  }
}
