package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What an example prints, with line ends as `\n`.
final class Output {

  @FunctionalInterface
  interface Example {
    int run(String[] args, PrintStream out, PrintStream err);
  }

  private Output() {}

  /// The standard output of a run that must succeed and print no error.
  static String of(Example example, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = example.run(args, stream(out), stream(err));
    assertThat(text(err)).isEmpty();
    assertThat(status).isZero();
    return text(out);
  }

  /// The error output of a run that must fail with status 2 and print nothing else.
  static String error(Example example, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = example.run(args, stream(out), stream(err));
    assertThat(text(out)).isEmpty();
    assertThat(status).isEqualTo(2);
    return text(err);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
