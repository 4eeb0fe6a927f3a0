package workbook.command.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.UserError;

@DisplayName("The name of a new topic")
class TopicNameTest {

  @Test
  @DisplayName("is that of its folder, its package, its class and its page")
  void names() {
    TopicName name = TopicName.parse("language-models/byte-pair-x2");

    assertThat(name.folder()).isEqualTo("modules/language-models/byte-pair-x2");
    assertThat(name.packageName()).isEqualTo("workbook.bytepairx2");
    assertThat(name.className()).isEqualTo("BytePairX2");
    assertThat(TopicName.title(name.topic())).isEqualTo("Byte pair x2");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("is read as it is written, where a class can have it")
  @ValueSource(strings = {"a/b", "a/plan-b", "a-2/x2-y", "a/abcdefghijklmnopqrstuvwxyz1234"})
  void good(String text) {
    TopicName name = TopicName.parse(text);

    assertThat(name.shelf() + "/" + name.topic()).isEqualTo(text);
  }

  @Test
  @DisplayName("is refused in a line, however long")
  void length() {
    assertThatThrownBy(() -> TopicName.parse("a" + "-b".repeat(20_000) + "/x"))
        .isInstanceOf(UserError.class);
    assertThatThrownBy(() -> TopicName.parse("a/" + "bc-".repeat(20_000) + "x"))
        .isInstanceOf(UserError.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("that cannot be is refused, and says why")
  @CsvSource({
    "topic, 'a new topic is named SHELF/TOPIC, for instance algorithms/two-pointers, not'",
    "a/b/c, 'a new topic is named SHELF/TOPIC'",
    "a/, ''''' is no name of a topic'",
    "/b, ''''' is no name of a shelf'",
    "A/b, '''A'' is no name of a shelf: it takes lower-case words'",
    "../b, '''..'' is no name of a shelf'",
    "a/TwoPointers, '''TwoPointers'' is no name of a topic: it takes lower-case words'",
    "a/two pointers, '''two pointers'' is no name of a topic'",
    "a/two_pointers, '''two_pointers'' is no name of a topic'",
    "a/2pc, '''2pc'' is no name of a topic'",
    "a/two-2, '''two-2'' is no name of a topic'",
    "a/-b, '''-b'' is no name of a topic'",
    "a/b-, '''b-'' is no name of a topic'",
    "a/bc--d, '''bc--d'' is no name of a topic'",
    "a/.., '''..'' is no name of a topic'",
    "a/a-star, '''a-star'' is no name of a topic'",
    "a/switch, 'no topic can be called ''switch'': its package would be workbook.switch,'",
    "a/do-uble, 'no topic can be called ''do-uble'': its package would be workbook.double, and"
        + " ''double'' is a word of Java''s own'",
    "a/string, 'no topic can be called ''string'': its class would hide java.lang.String'",
    "a/string-builder, 'no topic can be called ''string-builder'': its class would hide"
        + " java.lang.StringBuilder'",
    "a/abcdefghijklmnopqrstuvwxyz12345, '''abcdefghijklmnopqrstuvwxyz1234…'' is too long for a"
        + " topic: 31 characters, and 30 are the most'",
  })
  void bad(String text, String reason) {
    assertThatThrownBy(() -> TopicName.parse(text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(reason)
        .message()
        .hasLineCount(1);
  }
}
