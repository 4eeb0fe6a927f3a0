package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.answers.UserError;
import workbook.answers.check.Verdict.State;
import workbook.command.progress.Shouting;
import workbook.command.progress.Standings;

@Tag("solutions")
@DisplayName("A file that cannot be an answer gets one line that says why")
class AnswerFileTest {

  private static final String ANSWER =
      """
      package workbook.hello;

      class Shout {
        // Café
        static String greeting(String name) {
          return "HELLO, YOU!";
        }
      }
      """;

  private static final String UTF_16 = "Shout.java:1: is UTF-16. Save it as UTF-8";

  private static final String TOO_DEEP =
      "Shout.java:1: error: an expression is too long or too deep for the compiler. Split it";

  @TempDir private Path folder;
  private Shouting shouting;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    shouting = new Shouting(folder);
    file = shouting.exercise(1).file();
  }

  private Verdict check() {
    return new Checker(shouting.sample().tree()).check(shouting.exercise(1));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        encoded(
            ANSWER,
            "ISO-8859-1",
            "Shout.java:4: has the byte 0xE9, which is not UTF-8. Save it as UTF-8"),
        encoded(ANSWER, "UTF-16", UTF_16),
        encoded("\uFEFF" + ANSWER, "UTF-16LE", UTF_16),
        encoded(ANSWER, "UTF-16LE", UTF_16),
        encoded(
            "\0".repeat(64),
            "UTF-8",
            "Shout.java:1: has the byte 0x00, which is no text. ./workbook reset hello/1 brings the"
                + " stub back"),
        encoded(
            ANSWER.replace("\"HELLO, YOU!\"", "1 + ".repeat(20_000) + "\"HELLO, YOU!\""),
            "UTF-8",
            TOO_DEEP),
        encoded(
            ANSWER.replace(
                "\"HELLO, YOU!\"", "(".repeat(20_000) + "\"HELLO, YOU!\"" + ")".repeat(20_000)),
            "UTF-8",
            TOO_DEEP));
  }

  private static Arguments encoded(String text, String encoding, String told) {
    return Arguments.of(encoding, text.getBytes(Charset.forName(encoding)), told);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @DisplayName("as javac, which the Maven build calls, refuses it too")
  @MethodSource("faults")
  void refused(String encoding, byte[] bytes, String told) throws IOException {
    Files.write(file, bytes);

    assertThat(check().state()).isEqualTo(State.FAILING);
    assertThat(check().failures()).extracting(Failure::explanation).containsExactly(told);
    assertThat(javac()).as("javac's exit status").isNotZero();
  }

  @Test
  @DisplayName("with the byte order mark of an editor it is an answer as any other")
  void byteOrderMark() throws IOException {
    Files.writeString(file, "\uFEFF" + ANSWER);
    assertThat(check().state()).isEqualTo(State.SOLVED);

    Files.writeString(file, "\uFEFF" + ANSWER.replace("HELLO, YOU!", "HELLO!"));
    assertThat(check().state()).isEqualTo(State.FAILING);
  }

  private int javac() {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    return ToolProvider.getSystemJavaCompiler()
        .run(
            null,
            said,
            said,
            "-encoding",
            "UTF-8",
            "-proc:none",
            "-d",
            folder.toString(),
            file.toString());
  }

  @Test
  @DisplayName("and what is UTF-8, and compiles, is none of these")
  void accepted() throws IOException {
    Files.writeString(file, ANSWER);

    assertThat(check().state()).isEqualTo(State.SOLVED);
    assertThat(javac()).isZero();
  }

  @ParameterizedTest(name = "''{0}''")
  @DisplayName("where its package is another")
  @ValueSource(strings = {"package workbook.helo;", "", "package workbook.hello.more;"})
  void otherPackage(String statement) throws IOException {
    Files.writeString(file, ANSWER.replace("package workbook.hello;", statement));

    assertThat(check().failures())
        .extracting(Failure::explanation)
        .containsExactly("Shout.java:1: the package must be workbook.hello");
  }

  @Test
  @DisplayName("where its class has another name")
  void otherClass() throws IOException {
    Files.writeString(file, ANSWER.replace("class Shout", "class Shouts"));

    assertThat(check().failures())
        .extracting(Failure::explanation)
        .containsExactly(
            "Shout.java:1: declares no Shout, but Shouts. ./workbook reset hello/1 brings the stub"
                + " back");
  }

  @Test
  @DisplayName("where it is gone, empty, or a folder; and the exercise is still listed")
  void noFile() throws IOException {
    String back = "./workbook reset hello/1 brings the stub back";
    Files.writeString(file, "\n");
    assertRefused("Shout.java is empty. " + back);
    Files.delete(file);
    assertRefused("Shout.java is gone. " + back);
    Files.createDirectory(file);
    assertRefused("Shout.java is a folder. Remove it; then " + back);
  }

  private void assertRefused(String message) {
    assertThatThrownBy(this::check).isInstanceOf(UserError.class).hasMessage(message);
    assertThat(Standings.of(shouting.sample().tree(), shouting.sample().tree().topics()).all())
        .hasSize(2);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("where the tests cannot call it any more")
  @ValueSource(
      strings = {
        "String greeting(String name)",
        "static String greeting(String name, int times)",
        "static String greeting(String name) throws Exception",
        "private static String greeting(String name)",
        "static String greet(String name)"
      })
  void otherSignature(String signature) throws IOException {
    Files.writeString(file, ANSWER.replace("static String greeting(String name)", signature));
    boolean there = signature.contains("greeting") && !signature.contains("private");

    assertThat(check().failures())
        .extracting(Failure::explanation)
        .containsExactly(
            "Shout.java:%d: the signature must be as in the stub: static String greeting(String name)"
                .formatted(there ? 5 : 1));
  }

  @Test
  @DisplayName("an error of the compiler is none of these, and stays as it is")
  void compilerError() throws IOException {
    Files.writeString(file, ANSWER.replace(";\n  }", "\n  }"));

    assertThat(List.of(check().failures().getFirst().explanation().split("\n")))
        .startsWith("Shout.java:6: error: ';' expected");
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).contains("Café");
  }
}
