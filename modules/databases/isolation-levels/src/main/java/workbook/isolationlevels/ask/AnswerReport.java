package workbook.isolationlevels.ask;

import java.util.List;
import java.util.Optional;
import workbook.engine.Level;
import workbook.isolationlevels.ask.Answer.Found;
import workbook.isolationlevels.ask.Remedy.Trial;
import workbook.isolationlevels.expect.JsonReport;
import workbook.isolationlevels.expect.JsonReport.AtLevel;
import workbook.isolationlevels.explore.Findings;

/// The answers to a question as JSON, one for each engine.
public final class AnswerReport {

  /// @param scripts the files, in the order of the sessions t1, t2, …
  /// @param anomalous whether something has gone wrong at any level
  private record Report(List<String> scripts, boolean anomalous, List<OnEngine> engines) {}

  private record OnEngine(
      String engine,
      String version,
      Optional<String> caution,
      List<AtLevel> levels,
      Optional<Locks> locks) {}

  /// What comes of FOR UPDATE on reads.
  ///
  /// @param level at which that was tried
  /// @param prevents whether nothing goes wrong then
  /// @param anomalous how many interleavings do; nothing where none could be run
  private record Locks(
      String level,
      boolean prevents,
      List<Read> locked,
      List<Refusal> refused,
      Optional<Integer> anomalous,
      Optional<Integer> aborted) {}

  private record Read(String place, String sql) {}

  private record Refusal(String place, String reason) {}

  private AnswerReport() {}

  public static String of(List<Script> scripts, List<Found> answers) {
    return JsonReport.text(
        new Report(
            scripts.stream().map(Script::file).toList(),
            answers.stream().anyMatch(Found::isAnomalous),
            answers.stream().map(AnswerReport::onEngine).toList()));
  }

  private static OnEngine onEngine(Found found) {
    return new OnEngine(
        found.explored().engine().name(),
        found.explored().version(),
        found.explored().engine().caution(),
        JsonReport.levels(found.explored()),
        found.locks().map(trial -> locks(found.level().orElseThrow(), trial)));
  }

  private static Locks locks(Level level, Trial trial) {
    return new Locks(
        level.option(),
        trial.helps(),
        trial.locked().stream().map(read -> new Read(read.place(), read.sql())).toList(),
        trial.refused().stream()
            .map(refused -> new Refusal(refused.read().place(), refused.reason()))
            .toList(),
        trial.findings().map(findings -> findings.anomalies().size()),
        trial.findings().map(Findings::aborted));
  }
}
