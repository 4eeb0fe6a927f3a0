package workbook.isolationlevels;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.DatabaseExample;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.expect.Expected;
import workbook.isolationlevels.expect.Expected.Checked;
import workbook.isolationlevels.expect.Explored;
import workbook.isolationlevels.expect.JUnitReport;
import workbook.isolationlevels.expect.JsonReport;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Findings.Anomalous;
import workbook.isolationlevels.explore.Sample;
import workbook.isolationlevels.run.Crew;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.spec.Expectation;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Judge;
import workbook.lab.Example;

/// Every interleaving of a specification: how many are anomalous, the shortest one that is, and
/// whether that is what the specification expects.
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

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(
      names = "--junit-xml",
      paramLabel = "FILE",
      description = "Write the file's expectations as tests, in Surefire's XML, too.")
  private Path junitXml;

  @Mixin private EngineOptions engines;

  static void main(String[] args) {
    Example.main(new Explore(), args);
  }

  /// @return the exit status: 0, or 1 if something that the file expects does not hold
  @Override
  public int run(PrintStream out) {
    compare.most();
    PrintStream text = json ? new PrintStream(OutputStream.nullOutputStream()) : out;
    List<Explored> results = new ArrayList<>();
    for (Server server : engines.start()) {
      try (server) {
        results.add(explored(server, text));
      }
    }
    boolean expects = results.stream().anyMatch(result -> !result.checks().isEmpty());
    if (junitXml != null) {
      if (!expects) {
        throw new EngineException(
            "--junit-xml: %s expects nothing of what was run: no line '#! expect …' is for it"
                .formatted(specification));
      }
      IsolationLevels.write(junitXml, JUnitReport.of(results));
    }
    if (json) {
      out.println(JsonReport.of(results));
    }
    boolean holds =
        results.stream().flatMap(result -> result.checks().stream()).allMatch(Checked::holds);
    return holds ? 0 : 1;
  }

  private Explored explored(Server server, PrintStream out) {
    Engine engine = server.engine();
    Specification spec = Specifications.named(specification, engine);
    List<Expectation> expectations = Specifications.expectations(specification);
    List<Expected> expected = Expected.of(expectations, engine);
    OwnLevels own = OwnLevels.of(spec);
    expected.forEach(each -> each.checkFree(own));
    List<Optional<Level>> levels = levels(engine, own);
    Sample sample = compare.sample();
    sample.check(spec, compare.most(), spec.name().replace("%", "%%") + " has %s interleavings");
    out.printf("%s on %s: %s%n%n", spec.name(), engine.title(), sample.title(spec));
    engine.caution().ifPresent(caution -> out.printf("%s%n%n", caution));
    out.println("level             anomalous  aborted  serializable  the shortest anomalous one");
    List<Findings> all = new ArrayList<>();
    try (Crew crew = Crew.on(server, spec, (long) levels.size() * sample.count(spec))) {
      Judge judge = compare.judge(crew, spec);
      for (Optional<Level> each : levels) {
        Findings findings = Findings.at(each, crew, spec, sample, judge);
        all.add(findings);
        out.println(line(findings));
        out.flush();
      }
    }
    if (all.getFirst().level().isEmpty()) {
      out.printf("%nin force: %s%n", own.inForce(engine.defaultLevel()));
    }
    Explored explored = new Explored(spec, engine, server.version(), all, checked(expected, all));
    shown(all, engine)
        .ifPresent(findings -> out.printf("%nAs a timeline:%n  %s%n", command(findings, server)));
    if (!expectations.isEmpty()) {
      out.printf(
          "%n%s",
          explored.checks().isEmpty()
              ? "Nothing that the file expects is for what was run.%n".formatted()
              : explored.checksText());
    }
    return explored;
  }

  /// None where the file sets levels itself.
  private List<Optional<Level>> levels(Engine engine, OwnLevels own) {
    if (level != null) {
      return List.of(Optional.of(Specifications.level(level, engine)));
    }
    return own.isEmpty()
        ? engine.levels().stream().map(Optional::of).toList()
        : List.of(Optional.empty());
  }

  /// With `--level`, what is expected elsewhere is left open.
  private static List<Checked> checked(List<Expected> expected, List<Findings> all) {
    return expected.stream()
        .flatMap(each ->
            all.stream()
                .filter(findings -> findings.level().equals(Optional.of(each.level())))
                .map(each::check))
        .toList();
  }

  /// The engine's default level if something is anomalous there, else the first.
  private static Optional<Findings> shown(List<Findings> all, Engine engine) {
    List<Findings> anomalous = all.stream().filter(f -> !f.anomalies().isEmpty()).toList();
    return anomalous.stream()
        .filter(findings -> findings.level().equals(Optional.of(engine.defaultLevel())))
        .findFirst()
        .or(() -> anomalous.stream().findFirst());
  }

  private String command(Findings findings, Server server) {
    String arguments = server.arguments();
    return "./workbook run isolation-levels/timeline %s%s%s%s --permutation %s"
        .formatted(
            CompareOptions.quoted(specification),
            arguments.isEmpty() ? "" : " " + arguments,
            findings.level().map(each -> " --level " + each.option()).orElse(""),
            compare.arguments(),
            CompareOptions.quoted(findings.least(Optional.empty()).orElseThrow().steps()));
  }

  private static String line(Findings findings) {
    return "%-16s  %9d  %7d  %12d  %s"
        .formatted(
            findings.title(),
            findings.anomalies().size(),
            findings.aborted(),
            findings.serializable(),
            findings.least(Optional.empty()).map(Anomalous::steps).orElse("-"));
  }
}
