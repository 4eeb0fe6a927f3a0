package workbook.isolationlevels.ask;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.isolationlevels.ask.Remedy.Trial;
import workbook.isolationlevels.ask.Script.Statement;
import workbook.isolationlevels.expect.Explored;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Findings.Anomalous;
import workbook.isolationlevels.explore.Sample;
import workbook.isolationlevels.run.Crew;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.StepException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.timeline.Lanes;
import workbook.isolationlevels.timeline.TimelineText;
import workbook.isolationlevels.timeline.VerdictText;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;

/// Finds out on one server what a question asks, and prints it on the way.
public final class Answer {

  /// Who judges the runs of a specification.
  public interface Judges {

    Judge of(PermutationRunner runner, Specification specification);
  }

  private final Question question;
  private final Server server;
  private final Engine engine;
  private final Specification specification;
  private final Sample sample;
  private final Judges judges;
  private final PrintStream out;

  public Answer(Question question, Server server, PrintStream out) {
    this(question, server, Sample.ALL, Judge::new, out);
  }

  /// @param judges make a judge of runs of the question, with whatever locks
  public Answer(Question question, Server server, Sample sample, Judges judges, PrintStream out) {
    this.sample = sample;
    this.judges = judges;
    this.question = question;
    this.server = server;
    this.engine = server.engine();
    this.specification = question.specification(Set.of());
    this.out = out;
  }

  /// What was found.
  ///
  /// @param locks what came of locking reads, at the level whose least counterexample was shown;
  ///   nothing where there is no anomaly
  public record Found(Explored explored, Optional<Level> level, Optional<Trial> locks) {

    /// Whether something has gone wrong at some level.
    public boolean isAnomalous() {
      return level.isPresent();
    }
  }

  /// Explores the interleavings at some levels.
  public Found print(List<Level> levels) {
    List<Findings> all = new ArrayList<>();
    out.println("level             anomalous  aborted  serializable  anomalies");
    setUpOnce();
    try (Crew crew =
        Crew.on(server, specification, (long) levels.size() * sample.count(specification))) {
      runAlone(crew);
      Judge judge = judges.of(crew, specification);
      for (Level level : levels) {
        Findings findings = Findings.at(Optional.of(level), crew, specification, sample, judge);
        all.add(findings);
        out.println(
            "%-16s  %9d  %7d  %12d  %s"
                .formatted(
                    findings.title(),
                    findings.anomalies().size(),
                    findings.aborted(),
                    findings.serializable(),
                    findings.kinds()));
        out.flush();
      }
    } catch (StepException e) {
      throw e.error() == null
          ? question.statement(e.step()).refused(e.getMessage())
          : refused(e.step(), e.error());
    }
    Explored explored = new Explored(specification, engine, server.version(), all, List.of());
    Optional<Findings> shown = shown(all);
    if (shown.isEmpty()) {
      out.printf("%nNo anomaly at any of these levels.%n");
      return new Found(explored, Optional.empty(), Optional.empty());
    }
    printLeast(shown.get());
    printLevels(all);
    Level level = shown.get().level().orElseThrow();
    Trial trial = new Remedy(question, server, level, sample, judges).find();
    printLocks(trial, shown.get());
    return new Found(explored, Optional.of(level), Optional.of(trial));
  }

  /// Alone, nothing may refuse a script, not even a constraint.
  private void runAlone(PermutationRunner runner) {
    for (Session session : specification.sessions()) {
      Outcome.of(runner.run(Permutation.of(session.steps())), List.of())
          .failure()
          .ifPresent(done -> {
            throw refused(done.step(), done.result().error().orElseThrow());
          });
    }
  }

  private EngineException refused(Step step, SQLException e) {
    return question
        .statement(step)
        .refused("%s refuses it: %s".formatted(engine.title(), ServerError.line(e)));
  }

  /// A statement of the setup that fails is named by its place.
  private void setUpOnce() {
    try (Sandbox sandbox = server.sandbox()) {
      Connection control = sandbox.control();
      for (Statement statement : question.setup().statements()) {
        try (java.sql.Statement sent = control.createStatement()) {
          sent.execute(statement.sql());
        } catch (SQLException e) {
          throw statement.refused(
              "%s refuses it: %s".formatted(engine.title(), ServerError.line(e)));
        }
      }
    }
  }

  /// The engine's default level, if something goes wrong there: most programs run at it. Else the
  /// strongest at which something does.
  private Optional<Findings> shown(List<Findings> all) {
    List<Findings> wrong = all.stream().filter(f -> !f.anomalies().isEmpty()).toList();
    return wrong.stream()
        .filter(this::isDefault)
        .findFirst()
        .or(() -> wrong.isEmpty() ? Optional.empty() : Optional.of(wrong.getLast()));
  }

  private void printLeast(Findings findings) {
    Anomalous least = findings.least(Optional.empty()).orElseThrow();
    List<String> sessions = specification.sessions().stream().map(Session::name).toList();
    out.printf(
        "%nThe least counterexample at %s (%d switches)%n%n",
        findings.title() + (isDefault(findings) ? ", the default" : ""), least.switches());
    out.println(TimelineText.of(Lanes.of(least.verdict().outcome().run(), sessions, engine)));
    out.print(VerdictText.of(least.verdict(), specification, engine));
    out.printf("%s: %s%n", least.kind().title(), least.kind().meaning());
  }

  private boolean isDefault(Findings findings) {
    return findings.level().equals(Optional.of(engine.defaultLevel()));
  }

  private void printLevels(List<Findings> all) {
    out.printf("%nLevels that prevent it%n");
    List<Findings> safe = all.stream().filter(f -> f.anomalies().isEmpty()).toList();
    if (safe.isEmpty()) {
      out.println("  none of those tried");
    }
    safe.forEach(findings -> out.printf("  %s: %s%n", findings.title(), price(findings)));
  }

  private static String price(Findings findings) {
    return findings.aborted() == 0
        ? "none of %d ends one with an error".formatted(findings.total())
        : "%d of %d end one with an error, to be tried again"
            .formatted(findings.aborted(), findings.total());
  }

  private void printLocks(Trial trial, Findings without) {
    out.printf("%nLocks that prevent it at %s%n", without.title());
    trial
        .refused()
        .forEach(refused ->
            out.printf(
                "  FOR UPDATE was refused: %s: %s%n", refused.read().place(), refused.reason()));
    if (trial.locked().isEmpty()) {
      out.println("  none: there is no SELECT without one");
    } else if (trial.findings().isEmpty()) {
      out.println("  none that was tried");
    } else if (!trial.helps()) {
      out.printf(
          "  FOR UPDATE on every %sSELECT does not: %d of %d are still anomalous%n",
          trial.refused().isEmpty() ? "" : "other ",
          trial.findings().get().anomalies().size(),
          without.total());
    } else {
      trial
          .locked()
          .forEach(read ->
              out.printf(
                  "  %s  %s FOR UPDATE%n", read.place(), read.sql().replaceAll("\\s+", " ")));
      out.printf("  %s%n", price(trial.findings().orElseThrow()));
    }
  }
}
