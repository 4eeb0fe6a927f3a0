package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.answers.tree.Topic;

@DisplayName("What the command says in Chinese")
class MessagesTest {

  private static final Pattern THROWN =
      Pattern.compile("new UserError\\(\\s*(\"(?:[^\"\\\\]|\\\\.)*\"(?:\\s*\\+\\s*\"[^\"]*\")*)");

  /// Where a value is a piece of a sentence.
  private static final List<String> PUT_TOGETHER =
      List.of(
          "called '%s'. %s", "example '%s'. %s", "There %s", "takes %s", "for a %s", "can be %s");

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// Those that stand in the sources; the ones that are put together are cases below.
  static Stream<String> thrown() {
    return Stream.of("../command/src/main/java", "../answers/src/main/java")
        .flatMap(folder -> Topic.javaFiles(Path.of(folder)))
        .flatMap(MessagesTest::literals)
        .filter(text -> PUT_TOGETHER.stream().noneMatch(text::contains));
  }

  private static Stream<String> literals(Path file) {
    try {
      return THROWN
          .matcher(Files.readString(file))
          .results()
          .map(MessagesTest::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(MatchResult thrown) {
    return LITERAL
        .matcher(thrown.group(1))
        .results()
        .map(literal -> literal.group(1))
        .collect(Collectors.joining())
        .replace("%n", "\n")
        .replace("\\n", "\n");
  }

  @ParameterizedTest
  @MethodSource("thrown")
  @DisplayName("is in the catalogue, whatever a user can put right")
  void errors(String format) {
    String first = format.replace("%s", "x").replace("%d", "9").lines().findFirst().orElseThrow();
    assertThat(Messages.chinese(first)).isNotEqualTo(first).containsPattern("\\p{IsHan}");
  }

  @Test
  @DisplayName("is found in the sources at all")
  void found() {
    assertThat(thrown().toList())
        .hasSizeGreaterThan(20)
        .contains("%s is gone. ./workbook reset %s brings the stub back");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          way 7: expected 21 but was 20 | way 7: 应为 21，实为 20
          expected ArithmeticException, and none was thrown | 应抛出 ArithmeticException，但没有抛出
          a: b: must be empty but was [1] | a: b: 应为空，实为 [1]
          A.java:3: the package must be workbook.a | A.java:3: 包名必须是 workbook.a
          A.java:3: error: ';' expected | A.java:3: error: ';' expected
          still running after 10 s: a loop or a recursion never ends, or takes far too long \
          | 运行 10 s 仍未结束：循环或递归没有终止，或者耗时太长
          no topic is called 'x'. Did you mean 'y'? | 没有叫 'x' 的主题。是不是 'y'？
          no shelf is called 'x'. There are a, b | 没有叫 'x' 的分类。可用的有 a, b
          a has no exercise 'a/9'. It has a/1 to a/5 | a 没有练习 'a/9'，有的是 a/1 至 a/5
          there is no shelf 'x'. There are a, b; --new-shelf makes another \
          | 没有分类 'x'。已有 a, b，--new-shelf 可以新建
          there is no shelf 'x'. There is none yet; --new-shelf makes another \
          | 没有分类 'x'。目前还没有分类，--new-shelf 可以新建
          'aa…' is too long for a topic: 99 characters, and 40 are the most \
          | 'aa…' 用作主题名太长：99 个字符，最多 40 个
          there are no notes in 'fr'. --lang can be en or zh. | 没有 'fr' 语言的笔记。--lang 可以是 en 或 zh。
          'A' is no name of a shelf: it takes lower-case words with hyphens between them, as in language-models \
          | 'A' 不能用作分类名：只能是用连字符连接的小写单词，例如 language-models
          """)
  @DisplayName("is what the English says, line by line; what the tests and the compiler say stays")
  void lines(String english, String chinese) {
    assertThat(Messages.chinese(english)).isEqualTo(chinese);
  }

  @Test
  @DisplayName("names in Chinese what it names in English")
  void values() throws IOException {
    List<String> catalogue;
    try (InputStream in = Messages.class.getResourceAsStream("messages.zh.txt")) {
      catalogue = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    List<String> entries = catalogue.stream().filter(line -> !line.isBlank()).toList();
    assertThat(entries.size() % 2).isZero();
    for (int i = 0; i < entries.size(); i += 2) {
      assertThat(values(entries.get(i + 1)))
          .as(entries.get(i + 1))
          .isEqualTo(values(entries.get(i)));
    }
  }

  private static List<String> values(String text) {
    return Pattern.compile("\\{\\d}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .sorted()
        .toList();
  }

  @Test
  @DisplayName("takes a text of several lines line by line")
  void several() {
    assertThat(Messages.chinese("text:\nexpected: ab\n but was: ba"))
        .isEqualTo("text:\n应为：ab\n实为：ba");
  }

  @Test
  @DisplayName("is left to Chinese readers")
  void english() {
    String text = "expected 1 but was 2";
    assertThat(List.of(Language.ENGLISH.told(text), Language.CHINESE.told(text)))
        .containsExactly(text, "应为 1，实为 2");
  }
}
