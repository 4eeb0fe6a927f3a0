package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

@DisplayName("The options that choose a server")
class EngineOptionsTest {

  private static final Map<String, String> ENVIRONMENT =
      Map.of("WORKBOOK_PASSWORD", "from outside");

  @Test
  @DisplayName("take the password from the command line, a prompt, a file or the environment")
  void password(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "from a file\nnot this\n");
    assertThat(options("--password", "typed").password(ENVIRONMENT)).isEqualTo("typed");
    assertThat(options("--password-file", file.toString()).password(ENVIRONMENT))
        .isEqualTo("from a file");
    assertThat(options().password(ENVIRONMENT)).isEqualTo("from outside");
    assertThat(options().password(Map.of())).isEmpty();
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("asked for\n".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(options("--password", "--user", "me").password(ENVIRONMENT))
          .isEqualTo("asked for");
    } finally {
      System.setIn(before);
    }
  }

  @Test
  @DisplayName("say in one line what does not fit")
  void refused(@TempDir Path folder) {
    String url = "jdbc:postgresql://127.0.0.1:1/x";
    assertThatThrownBy(
            () -> options("--password-file", "none", "--password", "x").password(Map.of()))
        .hasMessage("--password and --password-file exclude each other");
    assertThatThrownBy(() -> options("--password-file", "none").password(Map.of()))
        .hasMessage("--password-file: there is no readable file none");
    assertThatThrownBy(() -> options("--schema", "x").start())
        .hasMessage("--schema, --search-too and --catalog-writes need --url");
    assertThatThrownBy(() -> options("--url", url, "--schema", "x; DROP TABLE t").start())
        .hasMessage("--schema: 'x; DROP TABLE t' is not a name of letters, digits and _");
    assertThatThrownBy(() -> options("--url", "jdbc:h2:mem:x", "--search-too", "public").start())
        .hasMessage("--search-too is for PostgreSQL");
    assertThatThrownBy(() -> options("--url", "jdbc:h2:mem:x", "--catalog-writes").start())
        .hasMessage("--catalog-writes is for PostgreSQL");
    assertThatThrownBy(() -> options("--url", url, "--image", "mysql:8.4").start())
        .hasMessage("--image and --url exclude each other: the server runs already");
    assertThatThrownBy(() -> options("--image", "oracle/database:23").start())
        .hasMessage(
            "--image: 'oracle/database:23' is none of mysql, mariadb and postgres, such as mysql:8.4");
    assertThatThrownBy(() -> options().existing()).hasMessageStartingWith("--url is missing");
  }

  @Test
  @DisplayName("tell an engine by the image, also by a mirror's, a digest or a tag of its own")
  void image() {
    assertThat(Image.of("mysql:8.4").engine().name()).isEqualTo("mysql");
    assertThat(Image.of("mirror.example:5000/library/postgres:15").engine().name())
        .isEqualTo("postgresql");
    assertThat(Image.of("mariadb").official()).isEqualTo("mariadb");
    assertThat(Image.of("postgres@sha256:0123").official()).isEqualTo("postgres");
    assertThat(Image.of("mysql:8.4").arguments()).isEqualTo("--image mysql:8.4");
    assertThat(Image.usual(Engine.named("mysql")).arguments()).isEqualTo("--engine mysql");
    assertThat(Image.usual(Engine.named("mysql")).name()).startsWith("mysql:");
  }

  private static EngineOptions options(String... arguments) {
    return CommandLine.populateCommand(new EngineOptions(), arguments);
  }

  @Test
  @DisplayName("a command that is printed works where this one did")
  void place() {
    Placing placing = new Placing(Optional.of("mine"), List.of("public", "ext"), true);
    try (Server ours = Server.start(Engine.named("h2"));
        Server theirs =
            Server.at(Engine.named("h2"), "jdbc:h2:mem:", "sa", "", List.of(), placing, "")) {
      assertThat(ours.arguments()).isEmpty();
      assertThat(theirs.arguments())
          .isEqualTo(
              "--url 'jdbc:h2:mem:' --user sa --schema mine --search-too public,ext"
                  + " --catalog-writes");
    }
  }
}
