package workbook.dotenv;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Table;

/// What `$` does in a value: Vite's copy of dotenv-expand, and the newest one of npm.
@Command(
    name = "dotenv/references",
    description = "What $ in a value does, by Vite and by dotenv-expand. In the shell, S=shell.")
public final class References implements Example {

  private static final Map<String, String> SHELL = Map.of("S", "shell");

  private static final List<String> TEXTS =
      List.of(
          "X=1; A=$X",
          "X=1; A=${X}b",
          "A=$X; X=1",
          "A=$B; B=$C; C=1",
          "X=1; A=\\$X",
          "X=1; A='$X'",
          "A=pa$$word",
          "A=$nullable",
          "A=[$NOPE]",
          "A=${NOPE:-def}",
          "E=; A=${E:-def}",
          "E=; A=${E-def}",
          "X=1; A=${X:+yes}",
          "S=file; A=$S");

  @Parameters(
      index = "0",
      paramLabel = "TEXT",
      arity = "0..1",
      description = "Assignments of your own, ; between them; the page's if not given.")
  private String text;

  static void main(String[] args) {
    Example.main(new References(), args);
  }

  @Override
  public int run(PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("text", "Vite", "dotenv-expand"));
    for (String line : text == null ? TEXTS : List.of(text)) {
      String lines = line.replace("; ", "\n");
      Map<String, String> node = NodeParser.parse(".env", lines).values();
      Map<String, String> dotenv = new LinkedHashMap<>();
      DotenvParser.parse(".env", lines)
          .entries()
          .forEach(entry -> dotenv.put(entry.name(), entry.value()));
      rows.add(
          List.of(
              line, shown(Expansion.vite(node, SHELL)), shown(Expansion.dotenv(dotenv, SHELL))));
    }
    Table.print(rows, out);
    return 0;
  }

  /// All but the names that only lend their value.
  private static String shown(Map<String, String> values) {
    Map<String, String> sorted = new TreeMap<>(values);
    return sorted.containsKey("A")
        ? "A is " + Table.oneLine(sorted.get("A"))
        : Table.oneLine(sorted.toString());
  }
}
