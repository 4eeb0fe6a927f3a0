package workbook.topictest;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
