package workbook.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;

@DisplayName("./workbook read")
class ReadNotesTest {

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Sample.in(folder);
  }

  @Test
  @DisplayName("shows the notes in the language that is asked for")
  void languages() {
    Executed english = Executed.in(folder, "read", "hello", "--lang", "en");
    Executed chinese = Executed.in(folder, "read", "hello", "--lang", "zh");

    assertThat(english.output()).startsWith("Hello\n=====\n\nWho is greeted?").contains("text");
    assertThat(chinese.output()).startsWith("Hello\n=====\n\nWho is greeted?").contains("文字");
    assertThat(english.status()).isZero();
    assertThat(chinese.status()).isZero();
  }

  @Test
  @DisplayName("shows answers only when asked")
  void answers() throws IOException {
    Sample.in(folder)
        .write(
            "modules/greetings/hello/README.md",
            "<details><summary>Why?</summary>\n\nBecause.\n\n</details>");

    assertThat(Executed.in(folder, "read", "hello", "--lang", "en").output())
        .startsWith("Why?\n  (answer: ./workbook read hello");
    assertThat(Executed.in(folder, "read", "hello", "--lang", "en", "--answers").output())
        .isEqualTo("Why?\n  Because.\n");
  }

  @Test
  @DisplayName("says what is wrong with a topic or a language, with status 2")
  void wrongUse() {
    assertThat(Executed.in(folder, "read", "helo"))
        .isEqualTo(
            new Executed(2, "", "workbook: no topic is called 'helo'. Did you mean 'hello'?\n"));
    assertThat(Executed.in(folder, "read", "hello", "--lang", "fr"))
        .isEqualTo(
            new Executed(2, "", "workbook: there are no notes in 'fr'. --lang can be en or zh.\n"));
  }

  @Test
  @DisplayName("says in its help which language it takes by itself")
  void help() {
    assertThat(Executed.in(folder, "read", "--help").output().replaceAll("\\s+", " "))
        .contains("Without it, Chinese if the locale (LC_ALL, LC_MESSAGES or LANG,");
  }
}
