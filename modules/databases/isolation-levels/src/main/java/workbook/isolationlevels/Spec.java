package workbook.isolationlevels;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Main;
import workbook.engine.Server;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.StuckException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.transcript.Transcript;

/// Runs a specification of your own, and prints what PostgreSQL's isolationtester would print.
///
/// `./workbook run isolation-levels/spec my.spec --url jdbc:postgresql://localhost/test --user me`
@Command(
    name = "isolation-levels/spec",
    description = "Run a specification in the format of PostgreSQL's isolationtester.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class Spec implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The specification.")
  private Path file;

  @Option(names = "--level", description = "The level of all sessions; else as the file says.")
  private String level;

  @Option(
      names = "--limit",
      paramLabel = "SECONDS",
      description = "When a step that does not end is cancelled: ${DEFAULT-VALUE}.",
      defaultValue = "30")
  private int limit;

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
    return Main.run(new Spec(), out, err, args);
  }

  @Override
  public Integer call() {
    PrintWriter out = command.commandLine().getOut();
    for (Server server : engines.start()) {
      try (server) {
        Specification specification = Specifications.read(file, server.engine());
        try (Runner runner =
            new Runner(server.sandbox(), specification, Rules.TESTER, Duration.ofSeconds(limit))) {
          Optional.ofNullable(level).map(Level::of).ifPresent(runner::level);
          out.print(Transcript.heading(specification));
          Consumer<Permutation> run =
              permutation -> {
                try {
                  out.print(Transcript.of(runner.run(permutation)));
                } catch (StuckException e) {
                  out.print(Transcript.of(e.soFar()));
                  throw e;
                } finally {
                  out.flush();
                }
              };
          if (specification.permutations().isEmpty()) {
            Interleavings.forEach(specification, run);
          } else {
            specification.permutations().forEach(run);
          }
        }
      }
    }
    return 0;
  }
}
