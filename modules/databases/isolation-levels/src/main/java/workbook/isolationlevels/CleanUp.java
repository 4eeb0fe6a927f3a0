package workbook.isolationlevels;

import java.io.PrintStream;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.engine.DatabaseExample;
import workbook.engine.EngineOptions;
import workbook.engine.Server;
import workbook.lab.Example;

/// What earlier runs left on a server, because they were killed or had lost it.
///
/// `./workbook run isolation-levels/clean-up --url jdbc:postgresql://localhost/test --user me`
@Command(
    name = "isolation-levels/clean-up",
    description = "List what earlier runs left on a server, and remove it.")
public final class CleanUp implements DatabaseExample {

  @Option(names = "--remove", description = "Remove what is listed.")
  private boolean remove;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new CleanUp(), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Server server = engines.existing()) {
      List<String> left = server.left();
      if (left.isEmpty()) {
        out.printf("Nothing is left on %s.%n", server.engine().title());
      }
      for (String place : left) {
        if (remove) {
          server.removeLeft(place);
        }
        out.println((remove ? "removed " : "") + place);
      }
      if (!remove && !left.isEmpty()) {
        out.println("--remove removes them.");
        if (server.engine().waitTimeout().isPresent()) {
          out.printf(
              "%s does not tell whether a run still works there: end all runs first.%n",
              server.engine().title());
        }
      }
    }
    return 0;
  }
}
