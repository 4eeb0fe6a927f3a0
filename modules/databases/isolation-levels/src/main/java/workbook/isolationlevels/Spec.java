package workbook.isolationlevels;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.StuckException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.transcript.Transcript;
import workbook.lab.Example;

/// Runs a specification of your own, and prints what PostgreSQL's isolationtester would print.
///
/// `./workbook run isolation-levels/spec my.spec --url jdbc:postgresql://localhost/test --user me`
@Command(
    name = "isolation-levels/spec",
    description = "Run a specification in the format of PostgreSQL's isolationtester.")
public final class Spec implements DatabaseExample {

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

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description =
          "Refuse to run more interleavings, where the file names none: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int most;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Spec(), args);
  }

  @Override
  public int run(PrintStream out) {
    return work(out, System.err);
  }

  @Override
  public int work(PrintStream out, PrintStream err) {
    Example.between("--limit", limit, 1, 3600);
    Example.between("--at-most", most, 1, Integer.MAX_VALUE);
    for (Server server : engines.start()) {
      try (server) {
        Specification specification = Specifications.read(file, server.engine());
        server.engine().caution().ifPresent(err::println);
        if (specification.permutations().isEmpty()) {
          Interleavings.check(specification, most);
        }
        Sandbox sandbox = server.sandbox();
        try (Runner runner =
            new Runner(sandbox, specification, Rules.TESTER, Duration.ofSeconds(limit))) {
          Optional.ofNullable(level).map(Level::of).ifPresent(runner::level);
          Transcript transcript = new Transcript(sandbox::shown);
          err.print(Transcript.unused(specification));
          out.print(Transcript.heading(specification));
          Consumer<Permutation> run =
              permutation -> {
                try {
                  Run done = runner.run(permutation);
                  out.print(transcript.of(done));
                  err.print(transcript.warnings(done));
                } catch (StuckException e) {
                  out.print(transcript.of(e.soFar()));
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
