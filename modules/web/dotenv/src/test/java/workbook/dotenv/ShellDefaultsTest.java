package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "dotenv/2",
    title = "Defaults as the shell has them",
    hints = {
      "A word may hold `${…}` itself. Which brace closes the outer one?",
      "Count the braces to find the end. Cut at the first `:-`, `-`, `:+` or `+` behind the name, and"
          + " tell a variable that is empty from one that is not set.",
      "Walk from left to right and append to a StringBuilder. At `${`, find its `}`: one deeper at each"
          + " further `${`, one back at each `}`. Split what is between into the name (letters, digits,"
          + " _), an optional colon, - or +, and the word. Set means: the map has the key, and with a"
          + " colon the value is not empty. For -, append the value if set, or else the expanded word;"
          + " for +, the expanded word if set, or else nothing. Without either, the value or nothing."
          + " Go on behind the brace."
    },
    chinese =
        @Exercise.Chinese(
            title = "shell 的默认值写法",
            hints = {
              "默认值里还可以有 `${…}`。外层的那一个由哪个右花括号结束？",
              "数花括号来找到结尾。在变量名之后第一个 `:-`、`-`、`:+` 或 `+` 处切开，并区分“为空”和“未设置”。",
              "从左往右走，往 StringBuilder 里追加。遇到 `${` 就找配对的 `}`：再遇到 `${` 深度加一，遇到 `}` 减一。把中间部分拆成变量名（字母、数字、_）、可选的冒号、- 或 +、以及后面的词。“已设置”指 map 里有这个键，且带冒号时值不为空。对于 -：已设置则追加值，否则追加展开后的词；对于 +：已设置则追加展开后的词，否则什么也不加。两者都没有时追加值，未设置则为空。然后从右花括号之后继续。"
            }))
@DisplayName("Exercise 2: defaults as the shell has them")
class ShellDefaultsTest {

  /// The table of POSIX.1-2024, "Shell Command Language", 2.6.2 Parameter Expansion: what each form
  /// gives where the parameter is set and not null, set but null, and unset.
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "${P:-word}, value, word, word",
    "${P-word},  value, '',   word",
    "${P:+word}, word,  '',   ''",
    "${P+word},  word,  word, ''",
    "${P},       value, '',   ''",
  })
  @DisplayName("the table of POSIX")
  void posix(String text, String set, String empty, String unset) {
    assertExpanded(text, Map.of("P", "value"), set);
    assertExpanded(text, Map.of("P", ""), empty);
    assertExpanded(text, Map.of(), unset);
  }

  @Test
  @DisplayName("a word holds a reference, and that one holds another")
  void nested() {
    assertExpanded("${A:-${B:-${C:-end}}}", Map.of(), "end");
    assertExpanded("${A:-${B:-x}y}z", Map.of("B", "b"), "byz");
    assertExpanded("${A:-${B}${C}}", Map.of("B", "b", "C", "c"), "bc");
    assertExpanded("${A:+<${A}>}", Map.of("A", "a"), "<a>");
  }

  @Test
  @DisplayName("two in a row, with text around them")
  void several() {
    assertExpanded("a${A}b${B:-c}d", Map.of("A", "1"), "a1bcd");
  }

  @Test
  @DisplayName("a word with an operator in it: the first one counts")
  void operators() {
    assertExpanded("${A:-a-b:+c}", Map.of(), "a-b:+c");
    assertExpanded("${A-http://h:80/x}", Map.of(), "http://h:80/x");
    assertExpanded("${A+1+1}", Map.of("A", ""), "1+1");
  }

  @Test
  @DisplayName("what a variable holds is not looked into again")
  void once() {
    assertExpanded("${A}", Map.of("A", "${B}", "B", "b"), "${B}");
    assertExpanded("${A:-x}", Map.of("A", "${A}"), "${A}");
    assertExpanded("${A:-x}", Map.of("A", "${B}", "B", "b"), "${B}");
    assertExpanded("${A}", Map.of("A", "$1\\"), "$1\\");
  }

  @Test
  @DisplayName("a $ without a brace stays")
  void noBrace() {
    assertExpanded("5 $ and $A", Map.of("A", "a"), "5 $ and $A");
    assertExpanded("", Map.of(), "");
    assertExpanded("$$ and $${A}", Map.of("A", "a"), "$$ and $a");
  }

  @Test
  @DisplayName("a word keeps its blanks and its quotes")
  void asItIs() {
    assertExpanded("<${A:- \"x\" }>", Map.of(), "< \"x\" >");
    assertExpanded("<${A:+ 'x' }>", Map.of("A", "a"), "< 'x' >");
  }

  @Test
  @DisplayName("a name has digits and underscores, and only the variables given count")
  void names() {
    assertExpanded("${_A_1}", Map.of("_A_1", "a"), "a");
    assertExpanded("[${PATH}]", Map.of(), "[]");
  }

  @Test
  @DisplayName("a word with a line end")
  void lineEnd() {
    assertExpanded("${A:-1\n2}", Map.of(), "1\n2");
  }

  private static void assertExpanded(String text, Map<String, String> variables, String expected) {
    assertThat(ShellDefaults.expand(text, variables))
        .as("%s with %s", text, new TreeMap<>(variables))
        .isEqualTo(expected);
  }
}
