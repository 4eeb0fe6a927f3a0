package workbook.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What came of a `./workbook` command.
public record Executed(int status, String output, String errors) {

  /// Executes a command in a folder.
  public static Executed in(Path folder, String... arguments) {
    StringWriter errors = new StringWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      int status =
          Workbook.commandLine(folder).setErr(new PrintWriter(errors, true)).execute(arguments);
      return new Executed(status, bytes.toString(StandardCharsets.UTF_8), errors.toString());
    } finally {
      System.setOut(before);
    }
  }
}
