package workbook.isolationlevels;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.explore.Explorer;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.lab.Example;

/// Every interleaving of a specification: how many are anomalous, and the shortest one that is.
///
/// `./workbook run isolation-levels/explore lost-update`
@Command(
    name = "isolation-levels/explore",
    description = "Run every interleaving of a specification.")
public final class Explore implements DatabaseExample {

  @Parameters(
      paramLabel = "SPEC",
      description = "An anomaly, for instance lost-update; or a file of your own.")
  private String specification;

  @Option(names = "--level", description = "One isolation level; else all.")
  private String level;

  @Option(
      names = "--at-most",
      paramLabel = "N",
      description = "Refuse to run more interleavings: ${DEFAULT-VALUE}.",
      defaultValue = "1000")
  private int most;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Explore(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--at-most", most, 1, Integer.MAX_VALUE);
    for (Server server : engines.start()) {
      try (server) {
        Specification spec = Specifications.named(specification, server.engine());
        BigInteger count = Interleavings.count(spec);
        if (count.compareTo(BigInteger.valueOf(most)) > 0) {
          throw new EngineException(
              "%s has %d interleavings: --at-most %d runs them"
                  .formatted(spec.name(), count, count));
        }
        out.printf("%s on %s: %d interleavings%n%n", spec.name(), server.engine().title(), count);
        out.println(
            "level             anomalous  aborted  serializable  the shortest anomalous one");
        List<Level> levels =
            level == null
                ? server.engine().levels()
                : List.of(Specifications.level(level, server.engine()));
        try (Runner runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
          for (Level each : levels) {
            runner.level(each);
            out.println(line(each, Explorer.explore(runner, spec)));
            out.flush();
          }
        }
      }
    }
    return 0;
  }

  private static String line(Level level, Explorer found) {
    int anomalous = found.anomalous().size();
    String shortest =
        found
            .shortest()
            .map(p -> p.steps().stream().map(Step::name).collect(Collectors.joining(" ")))
            .orElse("-");
    return "%-16s  %9d  %7d  %12d  %s"
        .formatted(
            level.sql(),
            anomalous,
            found.aborted(),
            found.total() - anomalous - found.aborted(),
            shortest);
  }
}
