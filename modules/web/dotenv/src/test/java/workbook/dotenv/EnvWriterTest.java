package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;
import workbook.lab.Table;

@Exercise(
    id = "dotenv/4",
    title = "The way back: write a line that both read alike",
    hints = {
      "There are four ways to write a value: bare, and in each of the three quotes. Which of them does"
          + " each value allow?",
      "You have both parsers here. Which question can you ask them about a line that you have made?"
          + " Mind the lines behind it: a quote may be closed there.",
      "Make the four lines name=value with ', \", ` and no quote around the value. Behind each, put a"
          + " line end, comments that end in each quote, such as # ', and lines B='1', C=\"2\" and D=`3`."
          + " Return the first from which NodeParser.parse and DotenvParser.parse both read as many entries as"
          + " there are assignments, and the name and the value in the first; throw if there is none."
    },
    chinese =
        @Exercise.Chinese(
            title = "反过来：写出两种解析器读法一致的一行",
            hints = {
              "一个值有四种写法：不加引号，或用三种引号之一。每个值允许哪几种？",
              "两个解析器都在手边。对你写出的一行，可以问它们什么？当心后面的行：引号可能在那里才闭合。",
              "造出四行 name=value，值的两边分别是 '、\"、` 和不加引号。在每一行后面加上换行、以各种引号结尾的注释（例如 # '），再加上 B='1'、C=\"2\"、D=`3` 这几行。返回第一个满足以下条件的：NodeParser.parse 和 DotenvParser.parse 读出的条数都等于赋值的个数，且第一条的名字和值都对。一个也没有就抛出异常。"
            }))
@DisplayName("Exercise 4: write a line that both read alike")
class EnvWriterTest {

  private static final String BEHIND = "\n# '\n# \"\n# `\nB='1'\nC=\"2\"\nD=`3`\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "a b",
        " around ",
        "a#b",
        "#",
        "b=c==",
        "it's",
        "\"",
        "say \"hi\"",
        "`x`",
        "it's \"so\"",
        "`'",
        "\"`",
        "1\n2",
        "\n",
        "a\\nb",
        "a\\rb",
        "C:\\temp\\",
        "\\",
        "é 世界 😀",
        "$HOME",
        "x 'y' \"z\" `",
        "'",
        "\t",
        "\\n#'",
      })
  @DisplayName("what was written is read")
  void read(String value) {
    assertRead(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "' \" ` #", "'\"`", "\n'\"`"})
  @DisplayName("what neither quotes nor bare text can give in both is refused")
  void refused(String value) {
    // Node drops every carriage return; the others need a quote, and hold all three.
    assertThatThrownBy(() -> EnvWriter.line("A", value), "a line for %s", Table.oneLine(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("has no line end behind it, but for one of the value in quotes")
  void noLineEnd() {
    assertThat(EnvWriter.line("A", "1")).as("the line for 1").doesNotContain("\n");
    assertThat(EnvWriter.line("A", "1\n")).as("the line for 1⏎").doesNotEndWith("\n");
  }

  @Test
  @DisplayName("5,000 random values: read in both, or none of the four ways would have done")
  void random() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(RandomTexts.SEED);
    List<String> pieces = List.of("'", "\"", "`", "#", " ", "\n", "\\", "n", "x", "=", "\\'");
    for (int i = 0; i < 5_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int j = random.nextInt(6); j > 0; j--) {
        value.append(pieces.get(random.nextInt(pieces.size())));
      }
      if (isPossible(value.toString())) {
        assertRead(value.toString());
      }
    }
  }

  private static boolean isPossible(String value) {
    return List.of("", "'", "\"", "`").stream()
        .anyMatch(quote -> areRead("A=" + quote + value + quote, value));
  }

  private static boolean areRead(String line, String value) {
    Map<String, String> expected = expected(value);
    return NodeParser.parse(".env", line + BEHIND).values().equals(expected)
        && DotenvParser.parse(".env", line + BEHIND).values().equals(expected);
  }

  private static Map<String, String> expected(String value) {
    return new TreeMap<>(Map.of("A", value, "B", "1", "C", "2", "D", "3"));
  }

  private static void assertRead(String value) {
    String line = EnvWriter.line("A", value);
    assertThat(NodeParser.parse(".env", line + BEHIND).values())
        .as("what Node reads from %s for %s", Table.oneLine(line), Table.oneLine(value))
        .isEqualTo(expected(value));
    assertThat(DotenvParser.parse(".env", line + BEHIND).values())
        .as("what dotenv reads from %s for %s", Table.oneLine(line), Table.oneLine(value))
        .isEqualTo(expected(value));
  }
}
