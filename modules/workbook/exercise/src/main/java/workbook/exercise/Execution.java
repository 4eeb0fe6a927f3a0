package workbook.exercise;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One piece of a test while it runs (a constructor, a before-each, a test method), and the stub
/// that it has reached, if any.
final class Execution implements AutoCloseable {

  private static final Set<Execution> OPEN = ConcurrentHashMap.newKeySet();
  private static final ThreadLocal<Execution> CURRENT = new ThreadLocal<>();

  private final Optional<String> exercise;
  private final Execution outer = CURRENT.get();
  private volatile String reached;

  private Execution(Optional<String> exercise) {
    this.exercise = exercise;
  }

  /// Begins an execution on this thread.
  ///
  /// @param exercise the exercise that the running test class is about, if it is about one
  static Execution open(Optional<String> exercise) {
    Execution execution = new Execution(exercise);
    CURRENT.set(execution);
    OPEN.add(execution);
    return execution;
  }

  /// Notes that a stub was reached. On a test's own thread that is the test in question. A thread
  /// that a test started, or borrowed from a pool, does not say whose it is: there it is every
  /// running test of that exercise.
  static void reached(String exercise) {
    Execution current = CURRENT.get();
    if (current != null) {
      current.reached = exercise;
      return;
    }
    for (Execution execution : OPEN) {
      if (execution.exercise.filter(exercise::equals).isPresent()) {
        execution.reached = exercise;
      }
    }
  }

  /// The exercise whose stub was reached since this execution began.
  Optional<String> reached() {
    return Optional.ofNullable(reached);
  }

  @Override
  public void close() {
    OPEN.remove(this);
    if (outer == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(outer);
    }
  }
}
