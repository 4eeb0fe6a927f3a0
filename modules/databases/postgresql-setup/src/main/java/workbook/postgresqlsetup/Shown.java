package workbook.postgresqlsetup;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import workbook.lab.Printable;

/// Prints commands and what came back, with names in place of what is another at each run: the
/// folder and the port.
record Shown(PrintStream out, Workplace workplace, Cluster cluster) {

  /// Runs a command that has to work, shows it, and returns what it printed.
  String run(List<String> command) {
    out.println(
        "$ " + masked(command.stream().map(Shown::quoted).collect(Collectors.joining(" "))));
    return cluster.must(command);
  }

  void line(String format, Object... values) {
    out.println("  " + masked(format.formatted(values)));
  }

  String masked(String text) {
    return Printable.of(
        text.replace(workplace.folder().toString(), "FOLDER")
            .replaceAll("\\b" + cluster.port() + "\\b", "PORT")
            // Where the log stands, and a process id.
            .replaceAll("\\b0/[0-9A-F]{5,8}\\b", "…")
            .replaceAll("(?<=xlogtemp\\.)\\d+", "…"));
  }

  private static String quoted(String argument) {
    return argument.matches("[-\\w./=]+") ? argument : "'" + argument + "'";
  }
}
