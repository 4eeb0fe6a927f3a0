package workbook.isolationlevels;

import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.Engine;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.isolationlevels.explore.Interleavings;
import workbook.isolationlevels.explore.PermutationText;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.timeline.Lanes;
import workbook.isolationlevels.timeline.TimelineSvg;
import workbook.isolationlevels.timeline.TimelineText;
import workbook.isolationlevels.timeline.VerdictText;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;
import workbook.lab.Example;

/// One run, statement by statement, and the verdict on it.
///
/// `./workbook run isolation-levels/timeline lost-update --level repeatable-read`
@Command(
    name = "isolation-levels/timeline",
    description = "Show one run, statement by statement, and the verdict on it.")
public final class Timeline implements DatabaseExample {

  @Parameters(
      paramLabel = "SPEC",
      description = "An anomaly, for instance lost-update; or a file of your own.")
  private String specification;

  @Option(names = "--level", description = "The isolation level; else the engine's default.")
  private String level;

  @Option(
      names = "--permutation",
      paramLabel = "STEPS",
      description = "The order of the steps, as explore prints it; else the file's first.")
  private String permutation;

  @Option(names = "--svg", paramLabel = "FILE", description = "Draw it, too.")
  private Path svg;

  @Mixin private CompareOptions compare;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Timeline(), args);
  }

  @Override
  public int run(PrintStream out) {
    for (Server server : engines.start()) {
      try (server) {
        out.print(one(server));
        out.flush();
      }
    }
    return 0;
  }

  private String one(Server server) {
    Engine engine = server.engine();
    Specification spec = Specifications.named(specification, engine);
    Level wanted = level == null ? engine.defaultLevel() : Specifications.level(level, engine);
    Sandbox sandbox = server.sandbox();
    try (Runner runner = new Runner(sandbox, spec, Rules.PROGRAM, Runner.LIMIT)) {
      OwnLevels own = OwnLevels.of(spec);
      if (own.isEmpty() || level != null) {
        runner.level(wanted);
      }
      Judge judge = compare.judge(runner, spec);
      judge.steady();
      Verdict verdict =
          judge.judge(Outcome.of(runner.run(permutation(spec)), judge.transactions()));
      judge.steady();
      Lanes lanes =
          Lanes.of(
              verdict.outcome().run(),
              spec.sessions().stream().map(Session::name).toList(),
              engine);
      String title =
          "%s on %s at %s"
              .formatted(
                  Anomaly.of(spec.name()).map(Anomaly::title).orElse(spec.name()),
                  engine.title(),
                  own.isEmpty() ? wanted.sql() : own.inForce(wanted));
      String text = VerdictText.of(verdict, spec, engine);
      IsolationLevels.write(svg, TimelineSvg.of(lanes, title, text.lines().toList().getLast()));
      return "%s\n\n%s%s\n%s"
          .formatted(
              title,
              engine.caution().map(caution -> caution + "\n\n").orElse(""),
              TimelineText.of(lanes),
              text);
    }
  }

  private Permutation permutation(Specification spec) {
    if (permutation != null) {
      return PermutationText.parse("--permutation", permutation, spec);
    }
    if (!spec.permutations().isEmpty()) {
      return spec.permutations().getFirst();
    }
    return Interleavings.first(spec);
  }
}
