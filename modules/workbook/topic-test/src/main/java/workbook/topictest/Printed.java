package workbook.topictest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// What a main printed.
///
/// @param status its exit status
/// @param out its standard output, with `\n` at the end of every line
/// @param err its standard error, the same
public record Printed(int status, String out, String err) {

  /// A main that is told where to print.
  public interface Main {
    int run(PrintStream out, PrintStream err, String... arguments);
  }

  /// Runs a main.
  public static Printed by(Main main, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        main.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            arguments);
    return new Printed(status, text(out), text(err));
  }

  /// Runs an example.
  public static Printed by(Example example, String... arguments) {
    return by((out, err, args) -> Example.run(example, out, err, args), arguments);
  }

  /// What an example prints that refuses its arguments: one line, with the exit status 2.
  ///
  /// @param reason what it says behind its name
  public static Printed refusal(Example example, String reason) {
    String name = example.getClass().getAnnotation(Command.class).name();
    return new Printed(2, "", "%s: %s\n".formatted(name, reason));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
