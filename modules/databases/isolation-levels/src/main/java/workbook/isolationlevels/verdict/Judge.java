package workbook.isolationlevels.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.run.Transactions;
import workbook.isolationlevels.run.Transactions.Transaction;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;

/// Says whether a run is an anomaly, by asking the same engine: every serial order of the committed
/// transactions is run, and if none gives the same reads and the same tables, nothing that runs its
/// transactions one after the other could have done what this run did.
public final class Judge {

  private final Runner runner;
  private final List<Transaction> transactions;
  private final Map<List<Transaction>, Outcome> tried = new HashMap<>();

  /// @param runner runs the specification; serially, no level makes a difference
  public Judge(Runner runner, Specification specification) {
    this.runner = runner;
    this.transactions = new Transactions(specification).all();
  }

  /// The verdict on a run.
  public Verdict judge(Outcome outcome) {
    List<Verdict.Order> orders = new ArrayList<>();
    for (List<Transaction> order : orders(outcome.committed())) {
      Outcome serial =
          tried.computeIfAbsent(
              order,
              _ ->
                  Outcome.of(
                      runner.run(
                          Permutation.of(order.stream().flatMap(t -> t.steps().stream()).toList())),
                      order));
      orders.add(new Verdict.Order(order, serial, serial.sameAs(outcome)));
    }
    return new Verdict(outcome, orders);
  }

  public List<Transaction> transactions() {
    return transactions;
  }

  /// All orders that keep the order within each session.
  static List<List<Transaction>> orders(List<Transaction> committed) {
    if (committed.isEmpty()) {
      return List.of(List.of());
    }
    List<List<Transaction>> orders = new ArrayList<>();
    for (Transaction first : committed) {
      boolean isNext =
          committed.stream()
              .noneMatch(other ->
                  other.session().equals(first.session()) && other.number() < first.number());
      if (isNext) {
        List<Transaction> others = new ArrayList<>(committed);
        others.remove(first);
        for (List<Transaction> rest : orders(others)) {
          List<Transaction> order = new ArrayList<>(List.of(first));
          order.addAll(rest);
          orders.add(order);
        }
      }
    }
    return orders;
  }
}
