package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.UserError;
import workbook.answers.tree.Topic;

@DisplayName("The language of notes")
class LanguageTest {

  @Test
  @DisplayName("is Chinese where the locale is, and English elsewhere")
  void locale() {
    assertThat(Language.preferred(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Language.CHINESE);
    assertThat(Language.preferred(Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Language.ENGLISH);
    assertThat(Language.preferred(Map.of())).isEqualTo(Language.ENGLISH);
  }

  // POSIX.1-2024, Base Definitions, 8.2: LC_ALL first, then LC_MESSAGES, then LANG; an empty value
  // counts as not set.
  @Test
  @DisplayName("is read off the first variable that is set, in the order of POSIX")
  void order() {
    assertThat(Language.preferred(Map.of("LC_ALL", "zh_CN", "LANG", "C")))
        .isEqualTo(Language.CHINESE);
    assertThat(Language.preferred(Map.of("LC_ALL", "C", "LC_MESSAGES", "zh_CN", "LANG", "zh_CN")))
        .isEqualTo(Language.ENGLISH);
    assertThat(Language.preferred(Map.of("LC_MESSAGES", "zh_TW", "LANG", "C")))
        .isEqualTo(Language.CHINESE);
    assertThat(Language.preferred(Map.of("LC_ALL", "", "LANG", "zh_CN")))
        .isEqualTo(Language.CHINESE);
  }

  @Test
  @DisplayName("can be asked for by its code")
  void code() {
    assertThat(Language.of("en")).isEqualTo(Language.ENGLISH);
    assertThat(Language.of("zh")).isEqualTo(Language.CHINESE);
    assertThatThrownBy(() -> Language.of("fr"))
        .isInstanceOf(UserError.class)
        .hasMessage("there are no notes in 'fr'. --lang can be en or zh.");
  }

  @Test
  @DisplayName("tells what a topic is about: its description, or in Chinese the title of its notes")
  void topic(@TempDir Path folder) throws IOException {
    Topic topic = new Topic(folder);
    Files.writeString(
        folder.resolve("pom.xml"),
        "<project><description>In how many ways?</description></project>");
    assertThat(Language.CHINESE.of(topic)).isEqualTo("In how many ways?");
    Files.writeString(folder.resolve("README.zh-CN.md"), "\n# 爬楼梯\n\n## 要点\n");
    assertThat(Language.ENGLISH.of(topic)).isEqualTo("In how many ways?");
    assertThat(Language.CHINESE.of(topic)).isEqualTo("爬楼梯");
  }
}
