package workbook.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("./workbook run dotenv FOLDER")
class DotenvTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("says of each variable where it comes from, what it overrides, and who sees it")
  void from() throws IOException {
    write(".env", "A=1\nA=2\nSECRET=abcdef\nVITE_B=$SECRET\nVITE_C=x\n");
    write(".env.local", "A=3\n");
    write(".env.test", "A=4\n");
    Printed printed = run("--shell", "VITE_C=shell");
    assertThat(printed.out())
        .isEqualTo(
            """
            read: .env, .env.local

            variable  value   from          overrides       in the browser
            A         ******  .env.local:1  .env:2, .env:1
            SECRET    ******  .env:3
            VITE_B    ******  .env:4                        yes, with the value of SECRET
            VITE_C    shell   the shell     .env:5          yes
            """);
    assertThat(printed.status()).isZero();
    assertThat(run("--mode", "test").out()).contains(".env.test:1  .env.local:1, .env:2, .env:1");
  }

  @Test
  @DisplayName("prints no value that is not exposed, unless it is asked for")
  void masked() throws IOException {
    write(".env", "SECRET=abcdef\nEMPTY=\nVITE_B=[$SECRET]\nPEM='1\n2'\n");
    assertThat(run().out()).doesNotContain("abcdef").contains("EMPTY     (empty)");
    assertThat(run("--show").out()).contains("abcdef", "[abcdef]", "1⏎2");
    assertThat(run("--dialect", "node").out()).doesNotContain("abcdef");
  }

  @Test
  @DisplayName("reads in the dialect that is named")
  void dialects() throws IOException {
    write(".env", "X=1\nA=$X\n");
    assertThat(run("--dialect", "node", "--show").out()).contains("A         $X");
    assertThat(run("--dialect", "dotenv", "--show").out()).contains("A         1");
    write(".env", "A: 1\n");
    assertThat(run("--dialect", "dotenv", "--show").out()).contains("A         1");
    assertRefused(".env:1: there is no '=' on this line, and Node skips it", "--dialect", "node");
  }

  @Test
  @DisplayName("refuses what is wrong in one line for each, with file and line")
  void wrong() throws IOException {
    write(".env", "A=\"1\nB c=2\n");
    write(".env.local", "\nD='x\n");
    Printed printed = run();
    assertThat(printed.err())
        .isEqualTo(
            """
            dotenv: .env:1: the quote " is not closed
            dotenv: .env:2: 'B c' is no name: a name is letters, digits and _
            dotenv: .env.local:2: the quote ' is not closed
            """);
    assertThat(printed.status()).isEqualTo(2);
  }

  @Test
  @DisplayName("refuses a cycle, unless the shell breaks it")
  void cycle() throws IOException {
    write(".env", "A=$B\n");
    write(".env.local", "B=$A\n");
    assertRefused(".env:1: A is defined by itself: A -> B (.env.local:1) -> A");
    assertThat(run("--shell", "B=1", "--show").out()).contains("A         1");
    assertThat(run("--dialect", "node").status()).isZero();
  }

  @Test
  @DisplayName("--shell: the last of a name holds, and all after the first = is the value")
  void shell() throws IOException {
    write(".env", "A=1\n");
    assertThat(run("--shell", "A=2", "--shell", "A=b=c==", "--show").out())
        .contains("A         b=c==");
    assertThat(run("--shell", "A=", "--show").out()).contains("A                the shell");
  }

  @Test
  @DisplayName("refuses a folder, a mode or a dialect that is none")
  void arguments() throws IOException {
    assertRefused(
        "there is no .env and no .env.local and no .env.development and no"
            + " .env.development.local in "
            + folder);
    write(".env", "A=1\n");
    assertRefused(
        "a mode cannot be called local: .env.local is a file of every mode", "--mode", "local");
    assertRefused(
        "--mode is a part of a file's name such as staging, and was '../x'", "--mode", "../x");
    assertRefused("--mode is Vite's: node reads .env alone", "--mode", "x", "--dialect", "node");
    assertRefused("--dialect must be vite or node or dotenv, and was 'nuxt'", "--dialect", "nuxt");
    assertRefused(
        "--prefix must not be empty: every variable would go into the bundle", "--prefix", "");
    assertRefused("--shell must be NAME=VALUE, and was 'A'", "--shell", "A");
    assertRefused("--shell must be NAME=VALUE, and was '=1'", "--shell", "B=1", "--shell", "=1");
    assertThat(Printed.by(new Dotenv(), folder.resolve(".env").toString()))
        .isEqualTo(
            Printed.refusal(
                new Dotenv(),
                "FOLDER must be a folder with .env files, and was '%s'"
                    .formatted(folder.resolve(".env"))));
  }

  private Printed run(String... options) {
    String[] all = new String[options.length + 1];
    all[0] = folder.toString();
    System.arraycopy(options, 0, all, 1, options.length);
    return Printed.by(new Dotenv(), all);
  }

  private void assertRefused(String reason, String... options) {
    assertThat(run(options)).isEqualTo(Printed.refusal(new Dotenv(), reason));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
