package workbook.isolationlevels.explore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import workbook.engine.EngineException;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;
import workbook.isolationlevels.verdict.Judge;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;
import workbook.lab.Countdown;

/// Runs the interleavings of a specification, and counts what comes of them. Of those that must
/// come to the same one is run; what comes of them is handed over in their order, however many run
/// at the same time.
///
/// @param aborted how many were serializable because a transaction was ended
/// @param anomalous those that no serial order explains
public record Explorer(int total, int aborted, List<Permutation> anomalous) {

  /// Runs them all.
  public static Explorer explore(PermutationRunner runner, Specification specification) {
    return explore(
        runner,
        specification,
        Sample.ALL,
        Optional.empty(),
        new Judge(runner, specification),
        (_, _) -> {});
  }

  /// The same, and hands over each and what comes of it.
  ///
  /// @param likeness which of them need not be run, since another comes to the same; none, if all
  ///   are to be run
  /// @param judge of the same runner
  static Explorer explore(
      PermutationRunner runner,
      Specification specification,
      Sample sample,
      Optional<Likeness> likeness,
      Judge judge,
      BiConsumer<Permutation, Verdict> each) {
    return new Exploration(runner, judge, likeness, each).over(specification, sample);
  }

  /// One on its way.
  private static final class Exploration {

    /// @param first the one that stands for it
    private record Ahead(Permutation permutation, Permutation first) {}

    private final PermutationRunner runner;
    private final Judge judge;
    private final Optional<Likeness> likeness;
    private final Launches launches = new Launches();
    private final BiConsumer<Permutation, Verdict> each;
    private final Deque<Ahead> ahead = new ArrayDeque<>();
    private final Map<Permutation, Future<Run>> runs = new HashMap<>();
    private final Map<Permutation, Verdict> verdicts = new HashMap<>();
    private final List<Permutation> anomalous = new ArrayList<>();
    private int total;
    private int aborted;

    Exploration(
        PermutationRunner runner,
        Judge judge,
        Optional<Likeness> likeness,
        BiConsumer<Permutation, Verdict> each) {
      this.runner = runner;
      this.judge = judge;
      this.likeness = likeness;
      this.each = each;
    }

    Explorer over(Specification specification, Sample sample) {
      try (Countdown countdown = Countdown.of("interleavings", sample.count(specification))) {
        run(specification, sample, countdown);
      }
      return new Explorer(total, aborted, anomalous);
    }

    private void run(Specification specification, Sample sample, Countdown countdown) {
      sample.forEach(
          specification,
          permutation -> {
            Permutation first = first(permutation);
            if (!verdicts.containsKey(first) && !runs.containsKey(first)) {
              runs.put(first, runner.begin(permutation));
            }
            ahead.add(new Ahead(permutation, first));
            while (runs.size() >= 2 * runner.width()) {
              count(ahead.remove());
              countdown.done(total);
            }
          });
      while (!ahead.isEmpty()) {
        count(ahead.remove());
        countdown.done(total);
      }
    }

    /// The one that stands for all that come to the same, as far as is known.
    private Permutation first(Permutation permutation) {
      return likeness
          .map(alike -> alike.first(launches.order(alike.first(permutation))))
          .orElse(permutation);
    }

    private void count(Ahead next) {
      Verdict verdict = verdict(next.first);
      total++;
      if (verdict.anomalous()) {
        anomalous.add(next.permutation);
      } else if (verdict.outcome().failure().isPresent()) {
        aborted++;
      }
      each.accept(next.permutation, verdict);
    }

    /// Waits for each run that was begun, be its verdict known meanwhile or not: nothing goes on
    /// when all is counted.
    private Verdict verdict(Permutation first) {
      Future<Run> begun = runs.remove(first);
      if (begun == null) {
        return verdicts.get(first);
      }
      Run run = ended(begun);
      Verdict verdict = judge.judge(Outcome.of(run, judge.transactions()));
      verdicts.put(first, verdict);
      if (runner.engine().waitTimeout().isEmpty()) {
        launches.add(run);
        // Now it is known in which order its steps are launched.
        verdicts.putIfAbsent(first(run.permutation()), verdict);
      }
      return verdict;
    }

    private static Run ended(Future<Run> run) {
      try {
        return run.get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException reason) {
          throw reason;
        }
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException("interrupted", e);
      }
    }
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
