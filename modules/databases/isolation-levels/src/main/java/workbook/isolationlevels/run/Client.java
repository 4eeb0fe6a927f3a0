package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import workbook.engine.Limited;

/// A session: a connection, and the one thread that uses it.
final class Client {

  private final String name;
  private final Connection connection;
  private final long id;
  private final Dialogue dialogue;
  private final ExecutorService executor;
  private volatile Thread thread;
  private volatile Statement current;
  private int noticesTold;
  private int notices;

  Client(String name, Connection connection, long id, Dialogue dialogue) {
    this.name = name;
    this.connection = connection;
    this.id = id;
    this.dialogue = dialogue;
    this.executor = Executors.newSingleThreadExecutor(this::thread);
  }

  private Thread thread(Runnable work) {
    return Thread.ofPlatform()
        .daemon()
        .name("session " + name)
        .unstarted(() -> {
          thread = Thread.currentThread();
          work.run();
        });
  }

  String name() {
    return name;
  }

  /// The number under which the server knows it.
  long id() {
    return id;
  }

  Connection connection() {
    return connection;
  }

  /// Sends a text of one or more statements.
  Future<Result> send(String sql) {
    noticesTold = 0;
    current = null;
    return executor.submit(() -> execute(sql));
  }

  private Result execute(String sql) {
    List<Table> tables = new ArrayList<>();
    int changed = 0;
    try {
      for (String statement : dialogue.messages(sql)) {
        if (dialogue.isDone(connection, statement)) {
          continue;
        }
        current = connection.createStatement();
        boolean isTable = current.execute(statement);
        while (isTable || current.getUpdateCount() >= 0) {
          if (isTable) {
            tables.add(Table.of(current.getResultSet()));
          } else {
            changed += current.getUpdateCount();
          }
          isTable = current.getMoreResults();
        }
      }
      return new Result(tables, changed, Optional.empty());
    } catch (SQLException e) {
      return new Result(tables, changed, Optional.of(e));
    }
  }

  /// What the server has said meanwhile and was not told yet.
  List<String> newNotices() throws SQLException {
    Statement statement = current;
    List<String> all = statement == null ? List.of() : dialogue.notices(statement);
    List<String> fresh = List.copyOf(all.subList(noticesTold, all.size()));
    noticesTold = all.size();
    notices += fresh.size();
    return fresh;
  }

  /// How many notices it has received in all.
  int notices() {
    return notices;
  }

  /// Asks the server to end what the session is doing.
  ///
  /// @param limit how long the server may take to take note
  void cancel(Duration limit) throws SQLException {
    Statement statement = current;
    if (statement != null) {
      Limited.call(
          limit,
          () -> {
            try {
              statement.cancel();
            } catch (SQLFeatureNotSupportedException _) {
              // Derby cannot; the run is given up if the statement does not end by itself.
            }
            return null;
          });
    }
  }

  /// Ends the thread. What it was doing has ended before, with its connection.
  ///
  /// @param lost whether the connection is, so that its driver may wait for it until the JVM ends
  void close(boolean lost) {
    executor.shutdownNow();
    if (lost) {
      return;
    }
    try {
      // The executor waits for a thread that is only about to start, when another thread has just
      // sent something. It says that it has ended an instant before its thread does.
      if (!executor.awaitTermination(10, TimeUnit.SECONDS)
          || thread != null && !thread.join(Duration.ofSeconds(10))) {
        throw new IllegalStateException("session " + name + " does not end");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
