package workbook.isolationlevels.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Table;
import workbook.isolationlevels.run.Transactions.Transaction;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;

/// Says what kind of anomaly an anomalous run shows. It knows nothing of the SQL: as the verdict
/// does, it runs parts of the specification on the same engine, and compares. What does not count
/// for the verdict does not count here; where only an invariant does, reads and tables tell the
/// kind.
///
/// The first that fits of:
/// - *dirty read*: without the steps of those that had not committed by then, a read gives other
///   rows;
/// - where the tables fit no serial order: *lost update*, if they are those of a serial order of
///   fewer transactions; *write skew*, if they hold what each would have changed alone; else *not
///   serializable*;
/// - where one serial order gives the tables and all reads, so that only the invariant differs:
///   *not serializable*;
/// - where no serial order gives the tables and what one transaction has read: *non-repeatable
///   read* or *phantom*, if it has asked one query twice; else *read skew*;
/// - where one does for each, but not the same for all: *read-only*, if one of three or more writes
///   nothing; else *write skew*.
public final class Classifier {

  private final PermutationRunner runner;
  private final Judge judge;
  private final Compared compared;
  private final Map<List<Transaction>, Run> serial = new HashMap<>();
  private final Map<List<Step>, Run> partial = new HashMap<>();

  /// @param runner runs the specification, at the level at which the runs were anomalous
  /// @param judge of the same runner
  public Classifier(PermutationRunner runner, Judge judge) {
    this.runner = runner;
    this.judge = judge;
    this.compared = judge.compared();
  }

  /// The kind of an anomaly.
  ///
  /// @param verdict an anomalous one
  public Kind kind(Verdict verdict) {
    Outcome outcome = verdict.outcome();
    if (isDirty(outcome)) {
      return Kind.DIRTY_READ;
    }
    boolean tablesFit =
        verdict.orders().stream()
            .anyMatch(order -> tables(order.outcome().run()).equals(tables(outcome.run())));
    if (!tablesFit) {
      return isLost(outcome)
          ? Kind.LOST_UPDATE
          : isEachAlone(outcome) ? Kind.WRITE_SKEW : Kind.OTHER;
    }
    if (verdict.orders().stream().anyMatch(order -> explainsAll(order, outcome))) {
      return Kind.OTHER;
    }
    for (Transaction transaction : outcome.committed()) {
      if (verdict.orders().stream().noneMatch(order -> explains(order, transaction, outcome))) {
        return inconsistent(transaction, outcome);
      }
    }
    boolean readsOnly = outcome.committed().stream().anyMatch(t -> !writes(t));
    return readsOnly && outcome.committed().size() > 2 ? Kind.READ_ONLY : Kind.WRITE_SKEW;
  }

  /// Whether only an invariant tells that this order does not.
  private boolean explainsAll(Verdict.Order order, Outcome outcome) {
    return outcome.committed().stream().allMatch(t -> explains(order, t, outcome));
  }

  /// Whether a serial order gives the tables, and what a transaction has read, whatever the others
  /// have.
  private boolean explains(Verdict.Order order, Transaction transaction, Outcome outcome) {
    if (!tables(order.outcome().run()).equals(tables(outcome.run()))) {
      return false;
    }
    Map<String, List<List<List<String>>>> now = compared.reads(outcome);
    Map<String, List<List<List<String>>>> then = compared.reads(order.outcome());
    return transaction.steps().stream()
        .map(Step::name)
        .filter(now::containsKey)
        .allMatch(step -> now.get(step).equals(then.get(step)));
  }

  private Kind inconsistent(Transaction transaction, Outcome outcome) {
    Map<String, List<List<List<String>>>> reads = compared.reads(outcome);
    Map<String, List<List<List<String>>>> asked = new HashMap<>();
    for (Step step : transaction.steps()) {
      List<List<List<String>>> rows = reads.get(step.name());
      if (rows == null) {
        // A transaction sees what it writes itself.
        if (writes(step)) {
          asked.clear();
        }
        continue;
      }
      List<List<List<String>>> before = asked.put(step.sql(), rows);
      if (before != null && !before.equals(rows)) {
        return sizes(before).equals(sizes(rows)) ? Kind.NON_REPEATABLE_READ : Kind.PHANTOM;
      }
    }
    return Kind.READ_SKEW;
  }

  private static List<Integer> sizes(List<List<List<String>>> answers) {
    return answers.stream().map(List::size).toList();
  }

  private static boolean writes(Step step) {
    return step.sql().strip().matches("(?is)(INSERT|UPDATE|DELETE|MERGE|REPLACE)\\b.*");
  }

  private boolean isDirty(Outcome outcome) {
    List<Done> done = outcome.run().done().toList();
    for (int i = 0; i < done.size(); i++) {
      Done read = done.get(i);
      if (outcome.reads().containsKey(read.step().name())) {
        List<Step> before = done.subList(0, i).stream().map(Done::step).toList();
        Set<Transaction> open = open(before, read.step(), outcome);
        if (!open.isEmpty() && isOtherWithout(open, before, read, outcome.run())) {
          return true;
        }
      }
    }
    return false;
  }

  /// The other transactions that had begun by a step, and not committed.
  private Set<Transaction> open(List<Step> before, Step read, Outcome outcome) {
    return judge.transactions().stream()
        .filter(t -> !t.steps().contains(read))
        .filter(t -> t.steps().stream().anyMatch(before::contains))
        .filter(t -> !(outcome.committed().contains(t) && before.containsAll(t.steps())))
        .collect(Collectors.toSet());
  }

  private boolean isOtherWithout(Set<Transaction> open, List<Step> before, Done read, Run outcome) {
    List<Step> steps = new ArrayList<>(before);
    steps.removeIf(step -> open.stream().anyMatch(t -> t.steps().contains(step)));
    steps.add(read.step());
    Run without = partial.computeIfAbsent(steps, s -> runner.runPart(Permutation.of(s)));
    return without
        .done(read.step().name())
        .filter(done -> Outcome.hasRead(done))
        .filter(
            done -> !compared.read(done, without.end()).equals(compared.read(read, outcome.end())))
        .isPresent();
  }

  private boolean isLost(Outcome outcome) {
    List<Transaction> committed = outcome.committed();
    for (int chosen = 1; chosen < (1 << committed.size()) - 1; chosen++) {
      List<Transaction> some = new ArrayList<>();
      for (int i = 0; i < committed.size(); i++) {
        if ((chosen & 1 << i) != 0) {
          some.add(committed.get(i));
        }
      }
      for (List<Transaction> order : judge.orders(some)) {
        if (tables(serial(order)).equals(tables(outcome.run()))) {
          return true;
        }
      }
    }
    return false;
  }

  /// Whether the tables hold what each transaction would have changed if it had been alone.
  private boolean isEachAlone(Outcome outcome) {
    Map<String, List<List<String>>> rows = new TreeMap<>();
    initial().forEach((table, all) -> rows.put(table, new ArrayList<>(all)));
    Map<String, Set<List<String>>> taken = new HashMap<>();
    for (Transaction transaction : outcome.committed()) {
      for (var table : tables(serial(List.of(transaction))).entrySet()) {
        List<List<String>> before = initial().getOrDefault(table.getKey(), List.of());
        for (List<String> gone : without(before, table.getValue())) {
          // Both have changed it.
          if (!taken.computeIfAbsent(table.getKey(), _ -> new HashSet<>()).add(gone)) {
            return false;
          }
          rows.get(table.getKey()).remove(gone);
        }
        rows.computeIfAbsent(table.getKey(), _ -> new ArrayList<>())
            .addAll(without(table.getValue(), before));
      }
    }
    return sorted(rows).equals(tables(outcome.run()));
  }

  private static Map<String, List<List<String>>> sorted(Map<String, List<List<String>>> state) {
    Map<String, List<List<String>>> sorted = new TreeMap<>();
    state.forEach(
        (table, rows) -> sorted.put(table, rows.stream().sorted(Table.IN_ORDER).toList()));
    return sorted;
  }

  private static List<List<String>> without(List<List<String>> rows, List<List<String>> others) {
    List<List<String>> rest = new ArrayList<>(rows);
    others.forEach(rest::remove);
    return rest;
  }

  private boolean writes(Transaction transaction) {
    return !tables(serial(List.of(transaction))).equals(initial());
  }

  private Map<String, List<List<String>>> initial() {
    return tables(serial(List.of()));
  }

  private Map<String, List<List<String>>> tables(Run run) {
    return compared.tables(run.end());
  }

  private Run serial(List<Transaction> order) {
    return serial.computeIfAbsent(
        order,
        _ ->
            runner.runPart(
                Permutation.of(order.stream().flatMap(t -> t.steps().stream()).toList())));
  }
}
