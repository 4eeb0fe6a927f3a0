package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;
import workbook.answers.tree.Topic;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("Every example of this topic")
class ExamplesTest {

  static Stream<Class<?>> examples() {
    return new Topic(Path.of("").toAbsolutePath())
        .examples().stream().map(example -> type(example.mainClass()));
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  @DisplayName("answers --help")
  void help(Class<?> type) throws ReflectiveOperationException {
    Printed help = by(type, "--help");
    assertThat(help.out()).startsWith("Usage: ./workbook run " + name(type));
    assertThat(help.err()).isEmpty();
    assertThat(help.status()).isZero();
  }

  @ParameterizedTest
  @MethodSource("examples")
  @DisplayName("refuses an option that is not there, and a surplus argument, in one line")
  void refuses(Class<?> type) throws ReflectiveOperationException {
    if (takesWords(type)) {
      assertRefused(
          by(type, "a", "b", "--no-such-option"), type, "there is no option --no-such-option");
    } else {
      assertRefused(by(type, "--no-such-option"), type, "there is no option --no-such-option");
      assertRefused(by(type, "surplus"), type, "there is no place for 'surplus'");
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  @DisplayName("refuses an option that is there twice, a value that is missing, no file")
  void option(Class<?> type) throws ReflectiveOperationException {
    if (!takesWords(type)) {
      assertRefused(
          by(type, "--text", "a", "--text", "a"),
          type,
          "option '--text' (FILE) should be specified only once");
      assertRefused(
          by(type, "--text"), type, "Missing required parameter for option '--text' (FILE)");
      assertRefused(by(type, "--text", "/no/such"), type, "there is no file /no/such");
    }
  }

  private static boolean takesWords(Class<?> type) {
    return type == Tokens.class;
  }

  private static void assertRefused(Printed printed, Class<?> type, String reason) {
    assertThat(printed.err()).startsWith(name(type) + ": " + reason).hasLineCount(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.status()).isEqualTo(2);
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  private static Printed by(Class<?> type, String... args) throws ReflectiveOperationException {
    return Printed.by((Example) type.getDeclaredConstructor().newInstance(), args);
  }
}
