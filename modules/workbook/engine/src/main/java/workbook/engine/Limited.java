package workbook.engine;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Calls of a driver that end in time, whatever the server does: one that is paused takes a
/// connection, and never answers.
public final class Limited {

  /// Connection exceptions begin with 08 (ISO/IEC 9075-2, 24.1).
  private static final String CONNECTION_LOST = "08006";

  private Limited() {}

  /// Gives what a call gives.
  ///
  /// @throws SQLException of the call; or one that says that the connection is lost, if there is no
  ///   answer for so long
  public static <T> T call(Duration limit, Callable<T> call) throws SQLException {
    return call(limit, call, _ -> {});
  }

  /// The same.
  ///
  /// @param late what becomes of an answer that comes later
  static <T> T call(Duration limit, Callable<T> call, Consumer<T> late) throws SQLException {
    CompletableFuture<T> answer = started(call);
    try {
      return answer(answer, limit);
    } catch (SQLTimeoutException e) {
      answer.thenAccept(late);
      throw e;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    }
  }

  /// The same for what has to be done to the end, though the thread is interrupted; which it is
  /// afterwards.
  static void finish(Duration limit, Callable<Void> call) throws SQLException {
    CompletableFuture<Void> answer = started(call);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          answer(answer, limit);
          return;
        } catch (InterruptedException _) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static <T> CompletableFuture<T> started(Callable<T> call) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("limited")
        .start(() -> {
          try {
            answer.complete(call.call());
          } catch (Exception | LinkageError e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private static <T> T answer(CompletableFuture<T> answer, Duration limit)
      throws InterruptedException, SQLException {
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new SQLTimeoutException(
          "no answer for %s s".formatted(limit.toMillis() / 1000.0).replace(".0 s", " s"),
          CONNECTION_LOST,
          e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException sql -> throw sql;
        case RuntimeException runtime -> throw runtime;
        case LinkageError incomplete -> throw incomplete;
        default -> throw new IllegalStateException(e.getCause());
      }
    }
  }
}
