package workbook.command.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.answers.UserError;

@DisplayName("A new topic's line")
class ListingTest {

  private static final String POM =
      """
        <!-- In the order in which they are read. -->
        <modules>
          <module>push</module>
          <module>chat</module>
        </modules>
      """;

  private static String modules(String line, String pom) {
    return Listing.MODULES.with("web", line, "pom.xml", pom);
  }

  @Test
  @DisplayName("in a pom comes last, whatever its name, with the line ends of the others")
  void module() {
    String line = "<module>blog</module>";
    String with = POM.replace("chat</module>\n", "chat</module>\n    " + line + "\n");

    assertThat(modules(line, POM)).isEqualTo(with);
    assertThat(modules(line, POM.replace("\n", "\r\n"))).isEqualTo(with.replace("\n", "\r\n"));
  }

  @Test
  @DisplayName("that has no place is said")
  void noPlace() {
    assertThatThrownBy(() -> modules("<module>blog</module>", "<project/>"))
        .isInstanceOf(UserError.class)
        .hasMessage("pom.xml has no line that a new one could follow");
  }

  @Test
  @DisplayName("in a table comes last on its shelf, in the table of topics")
  void row() {
    String other = "\n| command | what |\n| --- | :-: |\n| a | b |\n";
    String table = "| topic | run |\n| --- | --- |\n";
    String row = "| [%2$s](modules/%1$s/%2$s/README.zh-CN.md) | x |\n";
    String push = row.formatted("web", "push");
    String chat = row.formatted("web", "chat");
    String ink = row.formatted("art", "ink");

    assertThat(rows("web", "blog", table + push + chat + ink + other))
        .isEqualTo(table + push + chat + row.formatted("web", "blog") + ink + other);
    assertThat(rows("sea", "sun", table + chat + other))
        .isEqualTo(table + chat + row.formatted("sea", "sun") + other);
    assertThat(rows("sea", "sun", table + other))
        .isEqualTo(table + row.formatted("sea", "sun") + other);
  }

  private static String rows(String shelf, String topic, String text) {
    String line = "| [%2$s](modules/%1$s/%2$s/README.zh-CN.md) | x |".formatted(shelf, topic);
    return Listing.ROWS.with(shelf, line, "README.zh-CN.md", text);
  }
}
