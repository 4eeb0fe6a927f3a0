package workbook.isolationlevels.expect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import workbook.engine.Level;
import workbook.isolationlevels.expect.Expected.Checked;
import workbook.isolationlevels.explore.Findings;
import workbook.isolationlevels.explore.Findings.Anomalous;

/// The result of `explore` as JSON.
public final class JsonReport {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /// @param holds whether all expectations do
  private record Report(String specification, boolean holds, List<OnEngine> engines) {}

  private record OnEngine(
      String engine,
      String version,
      Optional<String> caution,
      List<AtLevel> levels,
      List<OfExpectation> expectations) {}

  /// @param level none where the specification sets levels of its own
  /// @param inForce which level each session runs at then
  /// @param kinds how many anomalies there are of each kind
  public record AtLevel(
      Optional<String> level,
      Optional<String> inForce,
      int interleavings,
      int anomalous,
      int aborted,
      int serializable,
      Map<String, Integer> kinds,
      Optional<Counterexample> least) {}

  public record Counterexample(String kind, String permutation, String timeline) {}

  private record OfExpectation(
      int line, String expectation, boolean holds, Optional<String> reason) {}

  private JsonReport() {}

  public static String of(List<Explored> results) {
    return text(
        new Report(
            results.getFirst().specification().name(),
            results.stream().flatMap(each -> each.checks().stream()).allMatch(Checked::holds),
            results.stream().map(JsonReport::onEngine).toList()));
  }

  /// A record as it is printed.
  public static String text(Object report) {
    return MAPPER.writeValueAsString(report);
  }

  /// What came at each level.
  public static List<AtLevel> levels(Explored result) {
    return result.findings().stream().map(findings -> atLevel(result, findings)).toList();
  }

  private static OnEngine onEngine(Explored result) {
    return new OnEngine(
        result.engine().name(),
        result.version(),
        result.engine().caution(),
        levels(result),
        result.checks().stream()
            .map(check ->
                new OfExpectation(
                    check.expected().source().place().line(),
                    check.expected().toString(),
                    check.holds(),
                    check.reason()))
            .toList());
  }

  private static AtLevel atLevel(Explored result, Findings findings) {
    Map<String, Integer> kinds = new LinkedHashMap<>();
    findings.counts().forEach((kind, count) -> kinds.put(kind.option(), count));
    return new AtLevel(
        findings.level().map(Level::option),
        findings.level().isPresent() ? Optional.empty() : Optional.of(result.inForce()),
        findings.total(),
        findings.anomalies().size(),
        findings.aborted(),
        findings.serializable(),
        kinds,
        findings.least(Optional.empty()).map(least -> counterexample(result, least)));
  }

  private static Counterexample counterexample(Explored result, Anomalous least) {
    return new Counterexample(least.kind().option(), least.steps(), result.timeline(least));
  }
}
