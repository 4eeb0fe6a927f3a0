package workbook.isolationlevels.explore;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.engine.Level;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.verdict.Classifier;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Kind;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;

/// What came of every interleaving at one level.
///
/// @param level none where the specification sets levels of its own
/// @param total how many there are
/// @param aborted how many are serializable because a transaction was ended
/// @param anomalies the others that are not serializable, least first
public record Findings(Optional<Level> level, int total, int aborted, List<Anomalous> anomalies) {

  /// An interleaving that no serial order explains.
  ///
  /// @param verdict on it; or on one that must come to the same, if it was not run itself
  public record Anomalous(Kind kind, Permutation permutation, Verdict verdict) {

    /// Fewest switches between sessions, and of those fewest waits: the shortest to tell.
    private static final Comparator<Anomalous> LEAST =
        Comparator.comparingInt(Anomalous::switches)
            .thenComparing(each -> each.verdict.outcome().run().waits().count());

    /// Its steps, as `timeline --permutation` takes them.
    public String steps() {
      return PermutationText.of(permutation);
    }

    /// How often it goes on with another session.
    public int switches() {
      return Explorer.switches(permutation);
    }

    /// The same, run itself.
    private Anomalous shown(PermutationRunner runner, Judge judge) {
      if (verdict.outcome().run().permutation().equals(permutation)) {
        return this;
      }
      Verdict own = judge.judge(Outcome.of(runner.run(permutation), judge.transactions()));
      if (!own.anomalous()) {
        throw new IllegalStateException(
            "%s is not what %s is"
                .formatted(steps(), PermutationText.of(verdict.outcome().run().permutation())));
      }
      return new Anomalous(kind, permutation, own);
    }
  }

  /// Runs every interleaving of a sample at a level.
  ///
  /// @param level if there is none, those hold that the specification sets itself
  /// @param runner runs the specification; is set to the level
  /// @param judge of the same runner
  public static Findings at(
      Optional<Level> level,
      PermutationRunner runner,
      Specification specification,
      Sample sample,
      Judge judge) {
    level.ifPresent(runner::level);
    Classifier classifier = new Classifier(runner, judge);
    Likeness likeness =
        new Likeness(specification, runner.engine().readsLock(level.orElse(Level.SERIALIZABLE)));
    Map<Verdict, Kind> kinds = new IdentityHashMap<>();
    judge.steady();
    Map<Permutation, Verdict> anomalous = new LinkedHashMap<>();
    Explorer explored =
        Explorer.explore(
            runner,
            specification,
            sample,
            Optional.of(likeness),
            judge,
            (permutation, verdict) -> {
              if (verdict.anomalous()) {
                anomalous.put(permutation, verdict);
              }
            });
    judge.steady();
    List<Anomalous> least =
        anomalous.entrySet().stream()
            .map(each ->
                new Anomalous(
                    kinds.computeIfAbsent(each.getValue(), classifier::kind),
                    each.getKey(),
                    each.getValue()))
            .sorted(Anomalous.LEAST)
            .toList();
    return new Findings(level, explored.total(), explored.aborted(), shown(least, runner, judge));
  }

  /// The least of each kind is run itself, if it was not.
  private static List<Anomalous> shown(
      List<Anomalous> anomalies, PermutationRunner runner, Judge judge) {
    Set<Kind> seen = EnumSet.noneOf(Kind.class);
    return anomalies.stream()
        .map(each -> seen.add(each.kind) ? each.shown(runner, judge) : each)
        .toList();
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
