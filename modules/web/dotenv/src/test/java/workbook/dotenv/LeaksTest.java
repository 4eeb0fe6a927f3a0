package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("./workbook run dotenv/leaks FOLDER DIST")
class LeaksTest {

  @TempDir private Path folder;
  private Path dist;

  @BeforeEach
  void project() throws IOException {
    dist = Files.createDirectories(folder.resolve("dist"));
    Files.writeString(
        folder.resolve(".env"),
        "KEY='a \"b\" é'\nPORT=3000\nVITE_TITLE=the shop\nPEM='1\n2 3 4'\n");
  }

  @Test
  @DisplayName("finds nothing where nothing is: values with the prefix, and short ones")
  void clean() throws IOException {
    Files.writeString(dist.resolve("a.js"), "console.log('the shop', 3000)");
    Printed printed = run();
    assertThat(printed.out())
        .isEqualTo(
            """
            places: 0; values looked for: 2; files: 1
            not looked for, as it is shorter than 6 characters: PORT
            """);
    assertThat(printed.status()).isZero();
  }

  @Test
  @DisplayName("finds a value in every form, each with file, line and byte")
  void forms() throws IOException {
    String base64 =
        Base64.getEncoder().encodeToString("a \"b\" é".getBytes(StandardCharsets.UTF_8));
    Files.writeString(dist.resolve("a.js"), "\nx='a \"b\" é'");
    Files.writeString(dist.resolve("b.js"), "x=\"a \\\"b\\\" é\";y=\"1\\n2 3 4\"");
    Files.createDirectories(dist.resolve("c"));
    Files.writeString(dist.resolve("c/d.css"), "é url(data:" + base64 + ")");
    Files.writeString(dist.resolve("e.html"), "?k=a%20%22b%22%20%C3%A9");
    Printed printed = run();
    assertThat(printed.out().lines().limit(5))
        .containsExactly(
            "a.js:2:4: KEY (.env:1), as it is",
            "b.js:1:4: KEY (.env:1), as a JavaScript string",
            // x= and the string are 14 bytes, as é is two; four more follow, ;y= and a quote.
            "b.js:1:19: PEM (.env:4), as a JavaScript string",
            "c/d.css:1:13: KEY (.env:1), in Base64",
            "e.html:1:4: KEY (.env:1), in a URL");
    assertThat(printed.out())
        .contains("places: 5; values looked for: 2; files: 4")
        .doesNotContain("a \"b\"");
    assertThat(printed.status()).isOne();
  }

  @Test
  @DisplayName("finds it in a file that is no text, and twice in a line")
  void binary() throws IOException {
    byte[] bytes = "\0\0a \"b\" é\0a \"b\" é".getBytes(StandardCharsets.UTF_8);
    bytes[0] = (byte) 0xFF;
    Files.write(dist.resolve("a.wasm"), bytes);
    assertThat(run().out())
        .startsWith("a.wasm:1:3: KEY (.env:1), as it is\na.wasm:1:12: KEY (.env:1), as it is\n");
  }

  @Test
  @DisplayName("leaves out what is said to be no secret, and refuses a name that is none")
  void harmless() throws IOException {
    Files.writeString(dist.resolve("a.js"), "a \"b\" é");
    assertThat(run("--public", "KEY").status()).isZero();
    assertThat(run("--public", "NOPE"))
        .isEqualTo(Printed.refusal(new Leaks(), "--public names no variable: 'NOPE'"));
  }

  @Test
  @DisplayName("refuses a folder that was not built")
  void noFolder() {
    Path nowhere = folder.resolve("nowhere");
    assertThat(Printed.by(new Leaks(), folder.toString(), nowhere.toString()))
        .isEqualTo(
            Printed.refusal(
                new Leaks(),
                "DIST must be the folder that was built, and was '%s'".formatted(nowhere)));
  }

  private Printed run(String... options) {
    String[] all = new String[options.length + 2];
    all[0] = folder.toString();
    all[1] = dist.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return Printed.by(new Leaks(), all);
  }
}
