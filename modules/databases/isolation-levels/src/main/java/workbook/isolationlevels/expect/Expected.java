package workbook.isolationlevels.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Findings.Anomalous;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.spec.Expectation;
import workbook.isolationlevels.spec.SpecException;
import workbook.isolationlevels.verdict.Kind;

/// What a specification expects at one level of one engine.
public record Expected(Expectation source, Optional<Kind> kind, Engine engine, Level level) {

  /// What came of it.
  ///
  /// @param reason why it does not hold
  /// @param counterexample the least, if an anomaly has occurred that must not
  public record Checked(
      Expected expected, Optional<String> reason, Optional<Anomalous> counterexample) {

    public boolean holds() {
      return reason.isEmpty();
    }
  }

  /// Those that are for an engine, level by level.
  ///
  /// @throws EngineException if one names what does not exist
  public static List<Expected> of(List<Expectation> expectations, Engine engine) {
    List<Expected> all = new ArrayList<>();
    try {
      expectations.forEach(expectation -> add(expectation, engine, all));
    } catch (SpecException e) {
      throw new EngineException(e.getMessage(), e);
    }
    return all;
  }

  private static void add(Expectation source, Engine engine, List<Expected> all) {
    Optional<Kind> kind = source.kind().map(option -> kind(source, option));
    List<Level> levels = source.levels().stream().map(option -> level(source, option)).toList();
    source.engines().stream()
        .filter(name -> !name.equals(engine.name()))
        .forEach(name -> checkEngine(source, name));
    if (!source.engines().isEmpty() && !source.engines().contains(engine.name())) {
      return;
    }
    for (Level level : levels) {
      if (!engine.levels().contains(level)) {
        throw source
            .place()
            .refused(
                "%s has no level %s; 'on' names the engines that it is meant for"
                    .formatted(engine.title(), level.sql()));
      }
      all.add(new Expected(source, kind, engine, level));
    }
  }

  private static Kind kind(Expectation source, String option) {
    return Kind.of(option)
        .orElseThrow(() ->
            source
                .place()
                .refused(
                    "there is no kind of anomaly '%s'; there are %s"
                        .formatted(option, Kind.options())));
  }

  private static Level level(Expectation source, String option) {
    try {
      return Level.of(option);
    } catch (EngineException e) {
      throw source.place().refused(e.getMessage());
    }
  }

  private static void checkEngine(Expectation source, String name) {
    try {
      Engine.named(name);
    } catch (EngineException e) {
      throw source.place().refused(e.getMessage());
    }
  }

  /// @throws EngineException if the specification sets levels itself, so that this one would not be
  ///   in force
  public void checkFree(OwnLevels own) {
    if (!own.isEmpty()) {
      throw new EngineException(
          source
              .place()
              .refused(
                  "the specification sets levels of its own, and %s would not be in force: %s; leave out the levels or what is expected"
                      .formatted(level.sql(), own))
              .getMessage());
    }
  }

  /// Compares it with what came at its level.
  public Checked check(Findings findings) {
    Optional<Anomalous> least = findings.least(kind);
    if (source.occurs() == least.isPresent()) {
      return new Checked(this, Optional.empty(), Optional.empty());
    }
    String reason =
        source.occurs()
            ? "none of %d interleavings shows it".formatted(findings.total())
            : "%d of %d interleavings are anomalous"
                .formatted(findings.anomalies().size(), findings.total());
    return new Checked(this, Optional.of(reason), source.occurs() ? Optional.empty() : least);
  }

  /// `no anomaly at REPEATABLE READ on MySQL`.
  @Override
  public String toString() {
    return "%s%s at %s on %s"
        .formatted(
            source.occurs() ? "" : "no ",
            kind.map(Kind::title).orElse("anomaly"),
            level.sql(),
            engine.title());
  }
}
