package workbook.isolationlevels;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import workbook.engine.EngineOptions;
import workbook.engine.Main;
import workbook.engine.Server;

/// What earlier runs left on a server, because they were killed or had lost it.
///
/// `./workbook run isolation-levels/clean-up --url jdbc:postgresql://localhost/test --user me`
@Command(
    name = "isolation-levels/clean-up",
    description = "List what earlier runs left on a server, and remove it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class CleanUp implements Callable<Integer> {

  @Option(names = "--remove", description = "Remove what is listed.")
  private boolean remove;

  @Mixin private EngineOptions engines;

  @picocli.CommandLine.Spec private CommandSpec command;

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if something was wrong that the user can set right
  static int run(PrintStream out, PrintStream err, String... args) {
    return Main.run(new CleanUp(), out, err, args);
  }

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
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
      }
    }
    return 0;
  }
}
