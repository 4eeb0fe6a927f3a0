package workbook.isolationlevels;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.explore.Explorer;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.run.OwnLevels;
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

  @Mixin private CompareOptions compare;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Explore(), args);
  }

  @Override
  public int run(PrintStream out) {
    compare.most();
    for (Server server : engines.start()) {
      try (server) {
        Specification spec = Specifications.named(specification, server.engine());
        Interleavings.check(spec, compare.most());
        out.printf(
            "%s on %s: %d interleavings%n%n",
            spec.name(), server.engine().title(), Interleavings.count(spec));
        out.println(
            "level             anomalous  aborted  serializable  the shortest anomalous one");
        List<Level> levels =
            level == null
                ? server.engine().levels()
                : List.of(Specifications.level(level, server.engine()));
        try (Runner runner = new Runner(server.sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
          OwnLevels own = OwnLevels.of(spec);
          if (own.isEmpty() || level != null) {
            for (Level each : levels) {
              runner.level(each);
              out.println(
                  line(each.sql(), Explorer.explore(runner, spec, compare.judge(runner, spec))));
              out.flush();
            }
          } else {
            out.println(
                line(
                    "as the file says",
                    Explorer.explore(runner, spec, compare.judge(runner, spec))));
            out.printf("%nin force: %s%n", own.inForce(server.engine().defaultLevel()));
          }
        }
      }
    }
    return 0;
  }

  private static String line(String level, Explorer found) {
    int anomalous = found.anomalous().size();
    String shortest =
        found
            .shortest()
            .map(p -> p.steps().stream().map(Step::name).collect(Collectors.joining(" ")))
            .orElse("-");
    return "%-16s  %9d  %7d  %12d  %s"
        .formatted(
            level,
            anomalous,
            found.aborted(),
            found.total() - anomalous - found.aborted(),
            shortest);
  }
}
