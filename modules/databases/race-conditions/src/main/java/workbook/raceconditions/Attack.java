package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.engine.Level;
import workbook.engine.Sandbox;

/// Customers who all want the same money at once, each on a virtual thread and a connection of
/// their own. A [Gate] sees to it that in every round all have read before anyone writes.
public final class Attack {

  private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration GATE_LIMIT = Duration.ofSeconds(8);
  private static final Duration ROUND_LIMIT = Duration.ofSeconds(60);

  private final Sandbox sandbox;
  private final Plan plan;
  private final List<Connection> sessions = new ArrayList<>();
  private final List<Long> sessionIds = new ArrayList<>();

  /// Creates the tables and connects the customers. Closing the sandbox ends it all.
  ///
  /// @param level the isolation level of the customers' sessions
  public Attack(Sandbox sandbox, Level level, Plan plan) throws SQLException {
    this.sandbox = sandbox;
    this.plan = plan;
    Bank.create(sandbox.control());
    for (int i = 0; i < plan.customers(); i++) {
      Connection session = sandbox.session();
      sandbox.engine().setLockTimeout(session, LOCK_TIMEOUT);
      sandbox.engine().setLevel(session, level);
      sessions.add(session);
      sessionIds.add(sandbox.engine().sessionId(session));
    }
  }

  /// Attacks a form, on an account that is opened anew.
  ///
  /// @throws SQLException what a form threw, if it does not mean *once more, please*
  public Outcome run(Withdrawal form) throws SQLException, InterruptedException {
    Bank.open(sandbox.control(), plan.opening());
    List<Answer> answers = new ArrayList<>();
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < plan.rounds(); round++) {
        answers.addAll(round(threads, form, round));
      }
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    Set<Long> paid =
        answers.stream()
            .filter(answer -> answer.result == Result.PAID)
            .map(answer -> answer.request.id())
            .collect(Collectors.toSet());
    long failed = answers.stream().filter(answer -> answer.result == Result.FAILED).count();
    return new Outcome(plan, paid.size(), (int) failed, Bank.books(sandbox.control()), time);
  }

  private enum Result {
    PAID,
    REFUSED,
    FAILED
  }

  private record Answer(Request request, Result result) {}

  /// One round. If it does not end as it should, the attack is over, and the sandbox closed.
  private List<Answer> round(ExecutorService threads, Withdrawal form, int round)
      throws SQLException, InterruptedException {
    Gate gate =
        new Gate(plan.customers(), this::waiting, sandbox.engine().waitsInterval(), GATE_LIMIT);
    List<Future<Answer>> customers =
        IntStream.range(0, plan.customers())
            .mapToObj(customer -> threads.submit(() -> answer(form, round, customer, gate)))
            .toList();
    boolean over = true;
    try {
      gate.awaitFull();
      gate.open();
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> customer : customers) {
        answers.add(customer.get(ROUND_LIMIT.toSeconds(), TimeUnit.SECONDS));
      }
      over = false;
      return answers;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw new SQLTimeoutException(
          "round %d has not ended in %d seconds".formatted(round, ROUND_LIMIT.toSeconds()), e);
    } finally {
      if (over) {
        gate.open();
        sandbox.close();
      }
    }
  }

  private Answer answer(Withdrawal form, int round, int customer, Gate gate) throws SQLException {
    Request request = plan.request(customer, round);
    Connection session = Watched.connection(sessions.get(customer), gate.watcher(customer));
    try {
      boolean paid = form.withdraw(session, request);
      if (!session.getAutoCommit()) {
        throw new IllegalStateException("withdraw has left its transaction open");
      }
      return new Answer(request, paid ? Result.PAID : Result.REFUSED);
    } catch (SQLException e) {
      if (!Retry.isWorthIt(sandbox.engine(), e)) {
        throw e;
      }
      return new Answer(request, Result.FAILED);
    } finally {
      gate.leave(customer);
    }
  }

  /// The customers who wait for a lock, as the server sees it.
  private Set<Integer> waiting() throws SQLException {
    return sandbox.engine().waits(sandbox.control()).stream()
        .map(wait -> sessionIds.indexOf(wait.waiter()))
        .filter(customer -> customer >= 0)
        .collect(Collectors.toSet());
  }
}
