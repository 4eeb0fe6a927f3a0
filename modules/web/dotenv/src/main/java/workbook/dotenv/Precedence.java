package workbook.dotenv;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Table;

/// Four files and four variables: which file wins?
@Command(
    name = "dotenv/precedence",
    description = "Which of Vite's four files wins, for a mode of yours.")
public final class Precedence implements Example {

  @Parameters(
      index = "0",
      paramLabel = "MODE",
      arity = "0..1",
      description = "The mode; ${DEFAULT-VALUE} if not given.")
  private String mode = "staging";

  static void main(String[] args) {
    Example.main(new Precedence(), args);
  }

  /// Each file sets one variable less than the one before: all four, then three, two, and one.
  static List<Source> sources(String mode) {
    List<Source> sources = new ArrayList<>();
    String names = "ABCD";
    for (String file : Dialect.VITE.files(mode)) {
      int number = sources.size() + 1;
      StringBuilder text = new StringBuilder();
      names
          .chars()
          .skip(sources.size())
          .forEach(name -> text.append((char) name).append('=').append(number).append('\n'));
      sources.add(new Source(file, text.toString()));
    }
    return sources;
  }

  @Override
  public int run(PrintStream out) {
    List<Source> sources = sources(mode);
    List<List<String>> rows = new ArrayList<>();
    for (Source source : sources) {
      rows.add(List.of(source.name(), source.text().replace("\n", "  ")));
    }
    Table.print(rows, out);
    out.println();
    rows.clear();
    Environment.of(Dialect.VITE, sources, "VITE_", Map.of())
        .forEach(
            (name, variable) -> rows.add(List.of(name + "=" + variable.value(), variable.from())));
    Table.print(rows, out);
    return 0;
  }
}
