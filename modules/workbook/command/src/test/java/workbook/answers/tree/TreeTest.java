package workbook.answers.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.Sample;
import workbook.answers.UserError;

@DisplayName("The topics of a workbook")
class TreeTest {

  @TempDir private Path folder;
  private Sample sample;

  @BeforeEach
  void write() throws IOException {
    sample = Sample.in(folder);
    for (String topic : new String[] {"art/ink", "art/oil", "web/chat", "web/push"}) {
      sample.write("modules/" + topic + "/pom.xml", "<project/>");
      sample.write("modules/" + topic + "/README.md", "# Topic");
    }
  }

  private void list(String pom, String... modules) throws IOException {
    String lines = "<module>" + String.join("</module><module>", modules) + "</module>";
    sample.write(pom, "<project><modules>" + lines + "</modules></project>");
  }

  @Test
  @DisplayName("come in the order in which the poms list shelves and topics, the others after them")
  void order() throws IOException {
    list("pom.xml", "modules/workbook/lab", "modules/web", "modules/greetings");
    list("modules/web/pom.xml", "push", "chat");

    assertThat(sample.tree().topics())
        .extracting(topic -> topic.shelf() + "/" + topic.name())
        .containsExactly("web/push", "web/chat", "greetings/hello", "art/ink", "art/oil");
    assertThat(sample.tree().shelves()).containsExactly("web", "greetings", "art");
  }

  @Test
  @DisplayName("come by name where no pom lists them")
  void unlisted() {
    assertThat(sample.tree().topics())
        .extracting(Topic::name)
        .containsExactly("ink", "oil", "hello", "chat", "push");
  }

  @Test
  @DisplayName("have no example that picocli is told to hide: another one starts it")
  void hidden() throws IOException {
    String body = "class %s {%n  static void main(String[] args) {}%n}%n";
    String source = "modules/web/chat/src/main/java/chat/";
    sample.write(source + "Chat.java", "package chat;\n" + body.formatted("Chat"));
    sample.write(
        source + "Peer.java",
        "package chat;\n@Command(\n    name = \"chat/peer\",\n    hidden = true)\n"
            + body.formatted("Peer"));
    sample.write(
        source + "Talk.java",
        "package chat;\n@Command(name = \"chat/talk\")\n@Option(hidden = true)\n"
            + body.formatted("Talk"));

    assertThat(sample.tree().topic("chat").examples())
        .extracting(Topic.Example::name)
        .containsExactly("chat", "talk");
  }

  @Test
  @DisplayName("cannot be told where a pom is no XML, which is said with its place")
  void malformed() throws IOException {
    sample.write("pom.xml", "<project><modules>");

    assertThatThrownBy(() -> sample.tree().topics())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(sample.path("pom.xml") + " is not well-formed: ");
  }
}
