package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Sandbox;

/// Two withdrawals in a forced order. A is held right before the first `UPDATE` until B has come as
/// far, or has ended, or waits for a lock. Then A goes on to the end, and then B.
final class Duel {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Sandbox sandbox;
  private final Engine engine;
  private final Transcript transcript;

  private Duel(Sandbox sandbox, Transcript transcript) {
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.transcript = transcript;
  }

  /// Runs two requests, and writes down all that the database is told.
  ///
  /// @return for each of the two: paid, refused, or the error
  static List<String> run(
      Sandbox sandbox, Level level, Withdrawal form, Request a, Request b, Transcript transcript)
      throws SQLException, InterruptedException {
    return new Duel(sandbox, transcript).run(level, form, a, b);
  }

  private List<String> run(Level level, Withdrawal form, Request a, Request b)
      throws SQLException, InterruptedException {
    Customer first = new Customer("A   ", level);
    Customer second = new Customer("  B ", level);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> firstAnswer = threads.submit(first.withdraw(form, a));
      first.beforeUpdate.awaitFull();
      Future<String> secondAnswer = threads.submit(second.withdraw(form, b));
      if (!second.beforeUpdate.awaitFull().isEmpty()) {
        transcript.add("  B     waits for A");
      }
      first.beforeUpdate.open();
      first.end.awaitFull();
      second.beforeUpdate.open();
      return List.of(firstAnswer.get(), secondAnswer.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      first.beforeUpdate.open();
      second.beforeUpdate.open();
    }
  }

  private final class Customer {
    private final Gate beforeUpdate = gate();
    private final Gate end = gate();
    private final Connection session = sandbox.session();
    private final long sessionId = engine.sessionId(session);
    private final String name;

    Customer(String name, Level level) throws SQLException {
      this.name = name;
      engine.setLockTimeout(session, LIMIT);
      engine.setLevel(session, level);
    }

    Callable<String> withdraw(Withdrawal form, Request request) {
      return () -> {
        Connection watched = Watched.connection(session, transcript.of(name));
        try {
          Connection held = Watched.connection(watched, beforeUpdate.watcher(0));
          return form.withdraw(held, request) ? "paid" : "refused";
        } catch (SQLException e) {
          return "error " + e.getSQLState();
        } finally {
          beforeUpdate.leave(0);
          end.leave(0);
        }
      };
    }

    private Set<Integer> waiting() throws SQLException {
      boolean waits =
          engine.waits(sandbox.control()).stream().anyMatch(wait -> wait.waiter() == sessionId);
      return waits ? Set.of(0) : Set.of();
    }

    private Gate gate() {
      return new Gate(1, this::waiting, engine.waitsInterval(), LIMIT);
    }
  }
}
