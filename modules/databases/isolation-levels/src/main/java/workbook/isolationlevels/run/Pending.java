package workbook.isolationlevels.run;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.isolationlevels.spec.Specification.Blocker;
import workbook.isolationlevels.spec.Specification.Launch;
import workbook.isolationlevels.spec.Specification.Step;

/// A step that was launched and not yet reported as complete.
final class Pending {

  private final Launch launch;
  private final Client client;
  private final String sql;
  private final Future<Result> future;
  private final List<Integer> noticesNeeded;
  boolean reportedWaiting;
  boolean cancelled;
  List<String> holders = List.of();

  /// @param noticesNeeded for each blocker, how many notices its session must have received
  Pending(Launch launch, Client client, String sql, List<Integer> noticesNeeded) {
    this.launch = launch;
    this.client = client;
    this.sql = sql;
    this.noticesNeeded = noticesNeeded;
    this.future = client.send(sql);
  }

  Step step() {
    return launch.step();
  }

  List<Blocker> blockers() {
    return launch.blockers();
  }

  int noticesNeeded(int blocker) {
    return noticesNeeded.get(blocker);
  }

  Client client() {
    return client;
  }

  String sql() {
    return sql;
  }

  boolean isDone() {
    return future.isDone();
  }

  /// Waits a moment; says whether the step has ended by then.
  boolean endsWithin(Duration moment) throws InterruptedException {
    try {
      future.get(moment.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  Result result() {
    return future.resultNow();
  }
}
