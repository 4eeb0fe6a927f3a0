package workbook.isolationlevels.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Level;
import workbook.engine.Server;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;

/// Several runners of one specification that work at the same time, each in a sandbox of its own.
/// Which of them runs a permutation makes no difference. The first is there from the beginning; the
/// others are opened when there is work for them.
public final class Crew implements PermutationRunner, AutoCloseable {

  /// To open a runner takes as long as some runs.
  private static final int RUNS_EACH = 10;

  private final Supplier<Runner> opening;
  private final ExecutorService workers;
  private final List<Runner> all = new ArrayList<>();
  private final Deque<Runner> free = new ArrayDeque<>();
  private final List<EngineException> left = new ArrayList<>();
  private final int width;
  private int most;
  private int opened = 1;
  private boolean closed;
  private Optional<Level> level = Optional.empty();
  private Optional<String> invariant = Optional.empty();

  /// As many as make it faster; one alone, if what it runs reaches beyond its sandbox.
  ///
  /// @param runs how many there will be
  public static Crew on(Server server, Specification specification, long runs) {
    int width = Math.clamp(runs / RUNS_EACH, 1, server.sandboxes());
    return new Crew(
        () -> new Runner(server.another(), specification, Rules.PROGRAM, Runner.LIMIT),
        Reach.isBeyond(specification) ? 1 : width);
  }

  /// @param opening opens a runner
  /// @param width how many there are at most; fewer, if the server has no room for so many
  public Crew(Supplier<Runner> opening, int width) {
    this.opening = opening;
    this.width = width;
    this.most = width;
    all.add(opening.get());
    free.add(all.getFirst());
    workers = Executors.newFixedThreadPool(width, Thread.ofPlatform().daemon().factory());
  }

  @Override
  public Engine engine() {
    return all.getFirst().engine();
  }

  /// Holds for runs that begin from now on.
  @Override
  public synchronized void level(Level wanted) {
    all.forEach(runner -> runner.level(wanted));
    level = Optional.of(wanted);
  }

  @Override
  public synchronized void invariant(String query) {
    all.forEach(runner -> runner.invariant(query));
    invariant = Optional.of(query);
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public Future<Run> begin(Permutation permutation) {
    return workers.submit(() -> run(permutation));
  }

  @Override
  public Run run(Permutation permutation) {
    return withOne(runner -> runner.run(permutation));
  }

  @Override
  public Run runPart(Permutation permutation) {
    return withOne(runner -> runner.runPart(permutation));
  }

  /// A runner that has failed is not given back: it may be in the middle of something.
  private Run withOne(Function<Runner, Run> work) {
    Runner runner = waitForOne().orElseGet(this::another);
    Run run = work.apply(runner);
    giveBack(runner);
    return run;
  }

  /// A runner that is free; or none, if another is to be opened.
  private synchronized Optional<Runner> waitForOne() {
    try {
      while (!closed && free.isEmpty() && opened >= most) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted", e);
    }
    if (closed) {
      throw new EngineException("interrupted");
    }
    if (free.isEmpty()) {
      opened++;
    }
    return Optional.ofNullable(free.poll());
  }

  private Runner another() {
    Runner runner;
    try {
      runner = opening.get();
    } catch (EngineException e) {
      // The server has no room for more; those that are there do the work.
      synchronized (this) {
        opened--;
        most = opened;
        for (Throwable suppressed : e.getSuppressed()) {
          if (suppressed instanceof EngineException remains) {
            left.add(remains);
          }
        }
      }
      return waitForOne().orElseThrow();
    }
    synchronized (this) {
      if (!closed) {
        all.add(runner);
        level.ifPresent(runner::level);
        invariant.ifPresent(runner::invariant);
        return runner;
      }
    }
    close(runner);
    throw new EngineException("interrupted");
  }

  private synchronized void giveBack(Runner runner) {
    free.add(runner);
    notifyAll();
  }

  /// Ends what is still under way, and removes all sandboxes.
  @Override
  public void close() {
    List<Runner> closing;
    synchronized (this) {
      closed = true;
      closing = List.copyOf(all);
      notifyAll();
    }
    workers.shutdownNow();
    closing.forEach(this::close);
    workers.close();
    synchronized (this) {
      if (!left.isEmpty()) {
        EngineException first = left.removeFirst();
        left.forEach(first::addSuppressed);
        throw first;
      }
    }
  }

  private void close(Runner runner) {
    try {
      runner.close();
    } catch (EngineException e) {
      synchronized (this) {
        left.add(e);
      }
    }
  }
}
