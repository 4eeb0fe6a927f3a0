package workbook.isolationlevels.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.engine.EngineException;
import workbook.isolationlevels.run.PermutationRunner;
import workbook.isolationlevels.run.Transactions;
import workbook.isolationlevels.run.Transactions.Transaction;
import workbook.isolationlevels.spec.Orders;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Step;

/// Says whether a run is an anomaly, by asking the same engine: every serial order of the committed
/// transactions is run, and if none gives the same reads and the same tables, nothing that runs its
/// transactions one after the other could have done what this run did.
public final class Judge {

  /// How many serial orders are tried, unless told otherwise.
  public static final int MOST = 1000;

  private final PermutationRunner runner;
  private final Specification specification;
  private final List<Transaction> transactions;
  private final Compared compared;
  private final int most;
  private final Map<List<Transaction>, Compared.Seen> tried = new HashMap<>();
  private Compared.Seen first;

  /// @param runner runs the specification; serially, no level makes a difference
  public Judge(PermutationRunner runner, Specification specification) {
    this(runner, specification, Compared.DEFAULT, MOST);
  }

  /// @param most how many serial orders are tried at most
  public Judge(PermutationRunner runner, Specification specification, Compared compared, int most) {
    this.runner = runner;
    this.specification = specification;
    Transactions.check(specification);
    this.transactions = new Transactions(specification).all();
    this.compared = compared;
    this.most = most;
  }

  /// The verdict on a run.
  ///
  /// @throws EngineException if there are too many serial orders; or if a serial order is not the
  ///   same each time, and no verdict would mean anything
  public Verdict judge(Outcome outcome) {
    Compared.Seen seen = compared.seen(outcome);
    List<Verdict.Order> orders = new ArrayList<>();
    for (List<Transaction> order : orders(outcome.committed())) {
      Compared.Seen serial = serial(order);
      orders.add(new Verdict.Order(order, serial.outcome(), serial.difference(seen).isEmpty()));
    }
    Verdict verdict = new Verdict(outcome, orders);
    if (verdict.anomalous() && isSerial(outcome.run().permutation())) {
      List<Transaction> order = inOrder(outcome.run().permutation());
      order.retainAll(outcome.committed());
      check(order, tried.get(order), seen);
    }
    return verdict;
  }

  /// Runs all transactions in a row. What differs from when it was run first, such as the time of
  /// day, would make anomalies of its own: to be called before the first run that is judged, and
  /// behind the last.
  ///
  /// @throws EngineException if it does
  public void steady() {
    // It may fail where no interleaving does that is run.
    Compared.Seen now =
        compared.seen(Outcome.of(runner.runPart(serially(transactions)), transactions));
    if (first == null) {
      first = now;
    }
    check(transactions, first, now);
  }

  /// The first is run twice: what differs by itself shows.
  private Compared.Seen serial(List<Transaction> order) {
    Compared.Seen known = tried.get(order);
    if (known == null) {
      known = run(order);
      if (tried.isEmpty()) {
        compared.check(known.outcome());
        check(order, known, run(order));
      }
      tried.put(order, known);
    }
    return known;
  }

  private Compared.Seen run(List<Transaction> order) {
    return compared.seen(Outcome.of(runner.run(serially(order)), order));
  }

  private static Permutation serially(List<Transaction> order) {
    return Permutation.of(order.stream().flatMap(t -> t.steps().stream()).toList());
  }

  /// A serial order is never an anomaly.
  private void check(List<Transaction> order, Compared.Seen one, Compared.Seen other) {
    one.difference(other)
        .ifPresent(what -> {
          throw new EngineException(
              "%s: no verdict: the serial order %s was run twice, and %s differs; --leave-out COLUMN leaves out what differs by itself"
                  .formatted(
                      specification.name(), new Verdict.Order(order, one.outcome(), false), what));
        });
  }

  /// Whether no transaction begins before the one before it has ended.
  private boolean isSerial(Permutation permutation) {
    List<Transaction> order = inOrder(permutation);
    return order.size() == Set.copyOf(order).size();
  }

  private List<Transaction> inOrder(Permutation permutation) {
    List<Transaction> order = new ArrayList<>();
    for (Step step : permutation.steps()) {
      transactions.stream()
          .filter(transaction -> transaction.steps().contains(step))
          .filter(transaction -> order.isEmpty() || !order.getLast().equals(transaction))
          .forEach(order::add);
    }
    return order;
  }

  Compared compared() {
    return compared;
  }

  public List<Transaction> transactions() {
    return transactions;
  }

  /// All orders that keep the order within each session.
  List<List<Transaction>> orders(List<Transaction> committed) {
    List<List<Transaction>> sessions =
        committed.stream()
            .collect(
                Collectors.groupingBy(
                    Transaction::session, LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .toList();
    Orders.check(
        Orders.count(sessions),
        most,
        specification.name().replace("%", "%%") + " has %s serial orders of what has committed",
        "that is more than can be run; leave out steps or sessions");
    List<List<Transaction>> orders = new ArrayList<>();
    Orders.forEach(sessions, order -> orders.add(List.copyOf(order)));
    return orders;
  }
}
