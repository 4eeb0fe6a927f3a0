package workbook.isolationlevels.explore;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;

/// Runs every interleaving of a specification, and counts what comes of it.
///
/// @param aborted how many were serializable because a transaction was ended
/// @param anomalous those that no serial order explains
public record Explorer(int total, int aborted, List<Permutation> anomalous) {

  /// Runs them all.
  public static Explorer explore(Runner runner, Specification specification) {
    return explore(runner, specification, new Judge(runner, specification), _ -> {});
  }

  /// The same, and hands over what comes of each.
  ///
  /// @param judge of the same runner
  public static Explorer explore(
      Runner runner, Specification specification, Judge judge, Consumer<Verdict> each) {
    int[] counts = new int[2];
    List<Permutation> anomalous = new ArrayList<>();
    Interleavings.forEach(
        specification,
        permutation -> {
          Outcome outcome = Outcome.of(runner.run(permutation), judge.transactions());
          counts[0]++;
          Verdict verdict = judge.judge(outcome);
          each.accept(verdict);
          if (verdict.anomalous()) {
            anomalous.add(permutation);
          } else if (outcome.failure().isPresent()) {
            counts[1]++;
          }
        });
    return new Explorer(counts[0], counts[1], anomalous);
  }

  /// The anomalous one that changes from one session to another least often: all are equally long,
  /// and this one is the shortest to tell.
  public Optional<Permutation> shortest() {
    return anomalous.stream().min(Comparator.comparingInt(Explorer::switches));
  }

  /// How often a permutation goes on with another session.
  public static int switches(Permutation permutation) {
    List<Step> steps = permutation.steps();
    int switches = 0;
    for (int i = 1; i < steps.size(); i++) {
      if (!steps.get(i).session().equals(steps.get(i - 1).session())) {
        switches++;
      }
    }
    return switches;
  }
}
