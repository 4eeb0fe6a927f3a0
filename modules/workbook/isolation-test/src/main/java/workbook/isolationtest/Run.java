package workbook.isolationtest;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import workbook.isolationtest.Event.Kind;
import workbook.isolationtest.Waits.ByServer;

/// One interleaving. Each session has a thread; before every statement it stops until it is chosen.
/// The next is chosen when every other one has stopped, has ended, or waits for a lock. So what
/// happens depends on the choices and the database alone.
final class Run {

  /// How long a circle may be seen before it is taken for a lasting one. PostgreSQL looks for
  /// deadlocks after 1 s, the others at once.
  private static final Duration LONGEST_DEADLOCK_CHECK = Duration.ofSeconds(5);

  /// How a session has ended.
  ///
  /// @param thrown what its work threw, or null
  record Ending(Object value, Throwable thrown) {}

  private enum State {
    NEW,
    RUNNING,
    STOPPED,
    ENDED
  }

  /// A session under way.
  private final class Lane implements Watched.Watcher {
    private final Session session;
    private State state = State.NEW;
    private long since;
    private boolean chosen;
    private boolean waiting;
    private Event statement;
    private Event result;
    private Ending ending;

    Lane(Session session) {
      this.session = session;
    }

    @Override
    public void before(String sql) {
      lock.lock();
      try {
        chosen = false;
        state = State.STOPPED;
        changed.signalAll();
        while (!chosen) {
          changed.await();
        }
        statement = new Event(session.name(), Kind.STATEMENT, sql);
        result = null;
        events.add(statement);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("the run has been given up", e);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void gave(String text) {
      note(Kind.RESULT, text);
    }

    @Override
    public void failed(SQLException e) {
      note(
          Kind.FAILED,
          "%s: %s"
              .formatted(
                  e.getSQLState(), String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }

    /// What a statement gave grows while its rows are read. Without a wait it stands below the
    /// statement: whether it came before another session's, whose wait it has ended, nobody knows.
    private void note(Kind kind, String text) {
      Event event = new Event(session.name(), kind, text);
      lock.lock();
      try {
        if (result != null) {
          events.set(index(result), event);
        } else if (waiting) {
          events.add(event);
        } else {
          events.add(index(statement) + 1, event);
        }
        result = event;
      } finally {
        lock.unlock();
      }
    }

    private int index(Event event) {
      int index = events.size() - 1;
      while (events.get(index) != event) {
        index--;
      }
      return index;
    }

    private void work() {
      Ending end;
      try {
        end = new Ending(session.work().in(Watched.connection(session.connection(), this)), null);
      } catch (Throwable e) {
        end = new Ending(null, e);
      }
      lock.lock();
      try {
        ending = end;
        state = State.ENDED;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Event> events = new ArrayList<>();
  private final Map<String, Lane> lanes = new LinkedHashMap<>();
  private final List<Thread> threads = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final Waits waits;
  private final Duration limit;

  /// @param limit how long nothing may happen
  Run(List<Session> sessions, Waits waits, Duration limit) {
    sessions.forEach(session -> lanes.put(session.name(), new Lane(session)));
    this.waits = waits;
    this.limit = limit;
  }

  /// Runs it to the end.
  ///
  /// @param chooser which of the sessions that could go on does
  /// @throws AssertionError if nothing happens any more
  void run(Function<List<String>, String> chooser) throws SQLException, InterruptedException {
    lock.lock();
    try {
      for (Lane lane : lanes.values()) {
        start(lane);
        settle();
      }
      while (lanes.values().stream().anyMatch(lane -> lane.state != State.ENDED)) {
        List<String> able = names(State.STOPPED);
        if (able.isEmpty()) {
          awaitProgress();
          continue;
        }
        Lane next = lanes.get(chooser.apply(able));
        order.add(next.session.name());
        begin(next);
        next.chosen = true;
        changed.signalAll();
        settle();
      }
    } finally {
      lock.unlock();
      end();
    }
  }

  private void start(Lane lane) {
    Thread thread =
        Thread.ofPlatform().daemon().name("session " + lane.session.name()).unstarted(lane::work);
    threads.add(thread);
    begin(lane);
    thread.start();
  }

  private static void begin(Lane lane) {
    lane.state = State.RUNNING;
    lane.since = System.nanoTime();
  }

  /// Waits until every session has stopped, has ended, or waits for a lock.
  private void settle() throws SQLException, InterruptedException {
    long began = System.nanoTime();
    while (true) {
      // Most statements end at once, and then nobody needs to be asked.
      if (names(State.RUNNING).isEmpty()
          || changed.await(2, TimeUnit.MILLISECONDS) && names(State.RUNNING).isEmpty()) {
        break;
      }
      List<String> running = names(State.RUNNING);
      Map<String, List<String>> seen = ask(running);
      if (names(State.RUNNING).equals(running)
          && running.stream().allMatch(name -> isBlocked(name, seen, began))) {
        running.forEach(name -> reportWaiting(lanes.get(name), seen.get(name)));
        break;
      }
      watch(began);
    }
    lanes.values().stream()
        .filter(lane -> lane.state != State.RUNNING)
        .forEach(lane -> lane.waiting = false);
  }

  /// The sessions go on while the server is asked.
  private Map<String, List<String>> ask(List<String> running)
      throws SQLException, InterruptedException {
    Map<String, Long> since = new HashMap<>();
    running.forEach(name -> since.put(name, lanes.get(name).since));
    lock.unlock();
    try {
      return waits.ask(since);
    } finally {
      lock.lock();
    }
  }

  private static boolean isBlocked(String name, Map<String, List<String>> seen, long began) {
    boolean settled =
        !ByServer.isInCircle(name, seen)
            || System.nanoTime() - began > LONGEST_DEADLOCK_CHECK.toNanos();
    return seen.containsKey(name) && settled;
  }

  private void reportWaiting(Lane lane, List<String> holders) {
    if (!lane.waiting) {
      lane.waiting = true;
      String whom =
          holders.isEmpty()
              ? ""
              : " for " + holders.stream().distinct().collect(Collectors.joining(", "));
      events.add(new Event(lane.session.name(), Kind.WAITING, "waits" + whom));
    }
  }

  /// All wait: the server has to end one of them.
  private void awaitProgress() throws SQLException, InterruptedException {
    long began = System.nanoTime();
    List<String> running = names(State.RUNNING);
    while (names(State.RUNNING).equals(running)) {
      changed.await(10, TimeUnit.MILLISECONDS);
      watch(began);
    }
    settle();
  }

  private void watch(long began) {
    if (System.nanoTime() - began > limit.toNanos()) {
      throw new AssertionError(
          "nothing happens for %d s; %s:%n%n%s"
              .formatted(
                  limit.toSeconds(),
                  lanes.values().stream()
                      .map(lane ->
                          lane.session.name()
                              + switch (lane.state) {
                                case STOPPED, NEW -> " has its turn later";
                                case ENDED -> " has ended";
                                case RUNNING -> lane.waiting ? " waits" : " is at work";
                              })
                      .collect(Collectors.joining(", ")),
                  timeline()));
    }
  }

  private List<String> names(State state) {
    return lanes.values().stream()
        .filter(lane -> lane.state == state)
        .map(lane -> lane.session.name())
        .toList();
  }

  /// After a run that was given up, what is still at work is cut off with its connection.
  private void end() throws InterruptedException, SQLException {
    for (Lane lane : lanes.values()) {
      if (lane.state != State.ENDED) {
        lane.session.connection().abort(Runnable::run);
      }
    }
    for (Thread thread : threads) {
      if (thread.isAlive()) {
        thread.interrupt();
      }
      thread.join(limit);
    }
  }

  /// Which session went on, step by step.
  List<String> order() {
    return order;
  }

  /// How often another session went on.
  int switches() {
    int switches = 0;
    for (int i = 1; i < order.size(); i++) {
      switches += order.get(i).equals(order.get(i - 1)) ? 0 : 1;
    }
    return switches;
  }

  /// How a session has ended, if it is one of this run.
  Optional<Ending> ending(String session) {
    return Optional.ofNullable(lanes.get(session)).map(lane -> lane.ending);
  }

  String timeline() {
    return Timeline.of(
        List.copyOf(lanes.keySet()),
        events.stream().filter(event -> !event.text().isEmpty()).toList());
  }
}
