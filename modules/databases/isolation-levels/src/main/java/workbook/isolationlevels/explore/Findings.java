package workbook.isolationlevels.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.engine.Level;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Classifier;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Kind;
import workbook.isolationlevels.verdict.Verdict;

/// What came of every interleaving at one level.
///
/// @param level none where the specification sets levels of its own
/// @param total how many there are
/// @param aborted how many are serializable because a transaction was ended
/// @param anomalies the others that are not serializable, least first
public record Findings(Optional<Level> level, int total, int aborted, List<Anomalous> anomalies) {

  /// An interleaving that no serial order explains.
  public record Anomalous(Kind kind, Verdict verdict) {

    /// Fewest switches between sessions, and of those fewest waits: the shortest to tell.
    private static final Comparator<Anomalous> LEAST =
        Comparator.comparingInt(Anomalous::switches)
            .thenComparing(each -> each.verdict.outcome().run().waits().count());

    /// Its steps, as `timeline --permutation` takes them.
    public String steps() {
      return PermutationText.of(verdict.outcome().run().permutation());
    }

    /// How often it goes on with another session.
    public int switches() {
      return Explorer.switches(verdict.outcome().run().permutation());
    }
  }

  /// Runs every interleaving at a level.
  ///
  /// @param level if there is none, those hold that the specification sets itself
  /// @param runner runs the specification; is set to the level
  /// @param judge of the same runner
  public static Findings at(
      Optional<Level> level, Runner runner, Specification specification, Judge judge) {
    level.ifPresent(runner::level);
    Classifier classifier = new Classifier(runner, judge);
    List<Verdict> anomalous = new ArrayList<>();
    Explorer explored =
        Explorer.explore(
            runner,
            specification,
            judge,
            verdict -> {
              if (verdict.anomalous()) {
                anomalous.add(verdict);
              }
            });
    List<Anomalous> anomalies =
        anomalous.stream()
            .map(verdict -> new Anomalous(classifier.kind(verdict), verdict))
            .sorted(Anomalous.LEAST)
            .toList();
    return new Findings(level, explored.total(), explored.aborted(), anomalies);
  }

  /// `READ COMMITTED`, or `as the file says`.
  public String title() {
    return level.map(Level::sql).orElse("as the file says");
  }

  /// The least of all, or of a kind.
  public Optional<Anomalous> least(Optional<Kind> kind) {
    return anomalies.stream().filter(each -> kind.isEmpty() || kind.get() == each.kind).findFirst();
  }

  public int serializable() {
    return total - aborted - anomalies.size();
  }

  /// How many there are of each kind.
  public Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    anomalies.forEach(each -> counts.merge(each.kind, 1, Integer::sum));
    return counts;
  }

  /// `lost update 10, dirty read 2`, or `-`.
  public String kinds() {
    Map<Kind, Integer> counts = counts();
    return counts.isEmpty()
        ? "-"
        : counts.entrySet().stream()
            .map(count -> count.getKey().title() + " " + count.getValue())
            .collect(Collectors.joining(", "));
  }
}
