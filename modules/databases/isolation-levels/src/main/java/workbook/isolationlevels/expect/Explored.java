package workbook.isolationlevels.expect;

import java.util.List;
import workbook.engine.Engine;
import workbook.isolationlevels.expect.Expected.Checked;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Findings.Anomalous;
import workbook.isolationlevels.run.OwnLevels;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.timeline.Lanes;
import workbook.isolationlevels.timeline.TimelineText;

/// What came of a specification on one engine.
public record Explored(
    Specification specification,
    Engine engine,
    String version,
    List<Findings> findings,
    List<Checked> checks) {

  /// Which level each session runs at where the specification sets levels of its own.
  String inForce() {
    return OwnLevels.of(specification).inForce(engine.defaultLevel());
  }

  /// An anomaly in lanes.
  String timeline(Anomalous anomaly) {
    List<String> sessions = specification.sessions().stream().map(Session::name).toList();
    return TimelineText.of(Lanes.of(anomaly.verdict().outcome().run(), sessions, engine));
  }

  /// A line for each expectation; below one that does not hold, its counterexample.
  public String checksText() {
    StringBuilder text = new StringBuilder();
    for (Checked check : checks) {
      text.append(
          "%s: %s%n"
              .formatted(
                  check.expected(), check.reason().map("DOES NOT HOLD, "::concat).orElse("holds")));
      check
          .counterexample()
          .ifPresent(least ->
              text.append(
                  "%n%s%n%s: %s%n%n"
                      .formatted(timeline(least), least.kind().title(), least.kind().meaning())));
    }
    return text.toString();
  }
}
