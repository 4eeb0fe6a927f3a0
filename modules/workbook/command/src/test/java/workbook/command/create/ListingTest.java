package workbook.command.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.answers.UserError;

@DisplayName("A new topic's line")
class ListingTest {

  private static final String POM =
      """
        <modules>
          <module>modules/workbook/exercise</module>
          <module>modules/workbook/peer</module>

          <module>modules/web/chat</module>
          <module>modules/web/push</module>
          <module>modules/art/ink</module>

          <!-- Last, because
               it is. -->
          <module>modules/workbook/command</module>
        </modules>
      """;

  private static String modules(String shelf, String topic, String pom) {
    String line = "<module>modules/%s/%s</module>".formatted(shelf, topic);
    return Listing.MODULES.with(new TopicName(shelf, topic), line, "pom.xml", pom);
  }

  @ParameterizedTest(name = "{0}/{1} after {2}")
  @DisplayName("in pom.xml stands in its place on its shelf; a new shelf comes last")
  @CsvSource({
    "web, blog, workbook/peer</module>%n",
    "web, do, web/chat</module>",
    "web, zip, web/push</module>",
    "art, oil, art/ink</module>",
    "art, air, web/push</module>",
    "sea, sun, art/ink</module>",
  })
  void module(String shelf, String topic, String after) {
    String start = POM.substring(0, POM.indexOf(after.formatted()) + after.formatted().length());
    String end = POM.substring(start.length());

    assertThat(modules(shelf, topic, POM))
        .isEqualTo(start + "\n    <module>modules/%s/%s</module>".formatted(shelf, topic) + end);
  }

  @Test
  @DisplayName("in a pom.xml without topics follows the tools, and comes before the command")
  void firstModule() {
    String empty = POM.replaceAll(" *<module>modules/(web|art)/.*\n", "");

    assertThat(modules("web", "chat", empty))
        .contains("modules/workbook/peer</module>\n    <module>modules/web/chat</module>\n");
  }

  @Test
  @DisplayName("ends as the others do")
  void windows() {
    assertThat(modules("web", "do", POM.replace("\n", "\r\n")))
        .isEqualTo(modules("web", "do", POM).replace("\n", "\r\n"));
    assertThat(modules("web", "blog", POM.replace("\n", "\r\n")))
        .isEqualTo(modules("web", "blog", POM).replace("\n", "\r\n"));
  }

  @Test
  @DisplayName("that has no place is said")
  void noPlace() {
    assertThatThrownBy(() -> modules("web", "do", "<project/>"))
        .isInstanceOf(UserError.class)
        .hasMessage("pom.xml has no line that a new topic could follow");
  }

  @Test
  @DisplayName("in a table stands in its place on its shelf, in the table of topics")
  void row() {
    String other = "\n| command | what |\n| --- | :-: |\n| a | b |\n";
    String table = "| topic | run |\n| --- | --- |\n";
    String row = "| [%2$s](modules/%1$s/%2$s/README.zh-CN.md) | x |\n";
    String chat = row.formatted("web", "chat");
    String push = row.formatted("web", "push");
    String ink = row.formatted("art", "ink");

    assertThat(rows("web", "do", table + chat + push + ink + other))
        .isEqualTo(table + chat + row.formatted("web", "do") + push + ink + other);
    assertThat(rows("art", "oil", table + ink + chat + other))
        .isEqualTo(table + ink + row.formatted("art", "oil") + chat + other);
    assertThat(rows("sea", "sun", table + chat + other))
        .isEqualTo(table + chat + row.formatted("sea", "sun") + other);
    assertThat(rows("sea", "sun", table + other))
        .isEqualTo(table + row.formatted("sea", "sun") + other);
  }

  private static String rows(String shelf, String topic, String text) {
    String line = "| [%2$s](modules/%1$s/%2$s/README.zh-CN.md) | x |".formatted(shelf, topic);
    return Listing.ROWS.with(new TopicName(shelf, topic), line, "README.zh-CN.md", text);
  }
}
