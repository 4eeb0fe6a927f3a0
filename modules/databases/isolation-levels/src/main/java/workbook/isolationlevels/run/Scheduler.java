package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import workbook.engine.Engine.Wait;
import workbook.isolationlevels.run.Event.Cancelled;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.Said;
import workbook.isolationlevels.run.Event.Waiting;
import workbook.isolationlevels.spec.Specification.Blocker;
import workbook.isolationlevels.spec.Specification.Launch;
import workbook.isolationlevels.spec.Specification.Step;

/// Runs the steps of one permutation, in an order that depends on nothing but what the server says.
///
/// After each launch it waits until every step under way has ended or is blocked; and whether one
/// is blocked it does not guess from the time that passes, it asks the server.
final class Scheduler {

  /// Most statements have ended by then; in this JVM, sooner.
  private static final Duration MOMENT = Duration.ofMillis(2);

  private static final Duration SHORT_MOMENT = Duration.ofNanos(500_000);

  private final Rules rules;
  private final Map<String, Client> clients;
  private final LockView view;
  private final Dialogue dialogue;
  private final ErrorHandling errors;
  private final Duration limit;
  private final Texts texts;
  private final Duration moment;
  private final Duration again;
  private final List<Event> events;
  private final List<Pending> waiting = new ArrayList<>();
  private Optional<List<Wait>> waits = Optional.empty();
  private final Map<String, Pending> active = new LinkedHashMap<>();

  Scheduler(
      Rules rules,
      Sessions sessions,
      ErrorHandling errors,
      Duration limit,
      Texts texts,
      List<Event> events) {
    this.rules = rules;
    this.clients = sessions.clients();
    this.view = sessions.view();
    this.dialogue = sessions.dialogue();
    this.errors = errors;
    this.limit = limit;
    this.texts = texts;
    this.events = events;
    this.moment = view.isInThisJvm() ? SHORT_MOMENT : MOMENT;
    // H2 names a waiter's holder until the waiter has woken up.
    this.again = view.isInThisJvm() ? SHORT_MOMENT : Duration.ZERO;
  }

  /// What is to be done before a step, once its session is free.
  interface Before {

    /// Does it; says whether the step is to be launched at all.
    boolean test(Step step) throws InterruptedException, SQLException;
  }

  void run(List<Launch> launches, Before before) throws InterruptedException, SQLException {
    List<Launch> remaining = new ArrayList<>(launches);
    while (!remaining.isEmpty()) {
      Launch launch = next(remaining);
      remaining.remove(launch);
      if (before.test(launch.step())) {
        launch(launch);
      }
    }
    while (!waiting.isEmpty()) {
      complete(true);
      if (waiting.stream().allMatch(Pending::isDone)) {
        complete(false);
        break;
      }
    }
    if (!waiting.isEmpty()) {
      throw new StuckException("steps that wait for each other to be reported: " + doing());
    }
  }

  /// The next step to launch, whose session is free.
  private Launch next(List<Launch> remaining) throws InterruptedException, SQLException {
    Deadline deadline = new Deadline(limit);
    while (true) {
      Optional<Launch> free =
          (rules == Rules.TESTER ? remaining.subList(0, 1) : remaining)
              .stream().filter(launch -> !active.containsKey(launch.step().session())).findFirst();
      if (free.isPresent()) {
        return free.get();
      }
      Pending obstacle = active.get(remaining.getFirst().step().session());
      boolean ended = obstacle.endsWithin(moment);
      waits = Optional.empty();
      complete(false);
      if (!ended || active.containsValue(obstacle)) {
        watch(obstacle, deadline);
      }
    }
  }

  private void launch(Launch launch) throws InterruptedException, SQLException {
    Client client = clients.get(launch.step().session());
    List<Integer> notices = new ArrayList<>();
    for (Blocker blocker : launch.blockers()) {
      notices.add(
          blocker instanceof Blocker.Notices(String step, int count)
              ? count + clients.get(texts.session(step)).notices()
              : 0);
    }
    Pending pending = new Pending(launch, client, texts.sql(launch.step()), notices);
    active.put(launch.step().session(), pending);
    waits = Optional.empty();
    boolean waits = !tryComplete(pending, false);
    complete(false);
    if (waits) {
      waiting.add(pending);
    }
  }

  /// Reports those waiting steps that have ended, until no more do.
  ///
  /// @param patient whether to wait for the end of each, be it blocked or not
  private void complete(boolean patient) throws InterruptedException, SQLException {
    boolean goesOn = true;
    while (goesOn) {
      int before = waiting.size();
      int said = events.size();
      for (Pending pending : List.copyOf(waiting)) {
        if (tryComplete(pending, patient)) {
          waiting.remove(pending);
        }
      }
      // A step's end, or what was said, may have released one that was looked at before it;
      // isolationtester looks again only at those that a marker holds back.
      goesOn =
          (rules == Rules.PROGRAM
                  || waiting.stream().anyMatch(pending -> !pending.blockers().isEmpty()))
              && (waiting.size() < before || events.size() > said);
    }
  }

  /// Waits until a step has ended, and reports it; or until it is blocked.
  ///
  /// @return whether it is reported as complete
  private boolean tryComplete(Pending pending, boolean patient)
      throws InterruptedException, SQLException {
    boolean first = !waiting.contains(pending);
    if (first && pending.blockers().contains(new Blocker.Once())) {
      reportWaiting(pending);
      return false;
    }
    Deadline deadline = new Deadline(limit);
    Duration next = first ? moment : again;
    while (!pending.endsWithin(next)) {
      next = moment;
      if (!patient && isBlocked(pending, deadline) && !pending.endsWithin(Duration.ZERO)) {
        hear(pending.client());
        if (first) {
          reportWaiting(pending);
        }
        return false;
      }
      watch(pending, deadline);
      waits = Optional.empty();
    }
    waits = Optional.empty();
    hear(pending.client());
    if (isHeldBack(pending)) {
      if (first) {
        reportWaiting(pending);
      }
      return false;
    }
    reportDone(pending);
    return true;
  }

  /// Of all steps that are looked at in turn, while none of them ends, one answer tells.
  private List<Wait> waits() throws InterruptedException, SQLException {
    if (waits.isEmpty()) {
      waits = Optional.of(view.ask());
    }
    return waits.get();
  }

  private boolean isBlocked(Pending pending, Deadline deadline)
      throws InterruptedException, SQLException {
    if (view.isLong(deadline)) {
      return true;
    }
    List<Wait> now = waits();
    pending.holders = view.holders(pending.client(), now);
    if (rules == Rules.PROGRAM && LockView.isInCircle(pending.client(), now)) {
      // The server is about to end one of them; only then is it settled who is blocked. It may
      // also see no circle where its view shows one.
      return deadline.hasPassed(view.deadlockCheck());
    }
    return !pending.holders.isEmpty() && view.hasTakenIn(pending.client());
  }

  /// Whether a marker keeps a step that has ended from being reported.
  private boolean isHeldBack(Pending pending) {
    for (int i = 0; i < pending.blockers().size(); i++) {
      boolean held =
          switch (pending.blockers().get(i)) {
            case Blocker.Once() -> false;
            case Blocker.Until(String step) ->
                active.values().stream().anyMatch(other -> other.step().name().equals(step));
            case Blocker.Notices(String step, int _) ->
                clients.get(texts.session(step)).notices() < pending.noticesNeeded(i);
          };
      if (held) {
        return true;
      }
    }
    return false;
  }

  private void reportWaiting(Pending pending) {
    pending.reportedWaiting = true;
    events.add(new Waiting(pending.step(), pending.sql(), pending.holders));
  }

  private void reportDone(Pending pending) throws SQLException {
    Result result =
        rules == Rules.PROGRAM ? errors.of(pending.step(), pending.result()) : pending.result();
    active.remove(pending.step().session());
    texts.remember(pending.step(), result);
    events.add(new Done(pending.step(), pending.sql(), pending.reportedWaiting, result));
    for (String line : dialogue.notifications(pending.client().connection(), this::sessionName)) {
      events.add(new Said(pending.client().name(), line));
    }
  }

  private String sessionName(long id) {
    return clients.values().stream()
        .filter(client -> client.id() == id)
        .map(Client::name)
        .findFirst()
        .orElse("PID " + id);
  }

  private void hear(Client client) throws SQLException {
    for (String notice : client.newNotices()) {
      events.add(new Said(client.name(), notice));
    }
  }

  /// Cancels a step that takes too long; gives up when that does not help.
  private void watch(Pending pending, Deadline deadline) throws SQLException {
    hear(pending.client());
    if (deadline.isPast(2) || rules == Rules.PROGRAM && deadline.isPast(1)) {
      throw new StuckException("no progress for %d s: %s".formatted(deadline.seconds(), doing()));
    }
    if (deadline.isPast(1) && !pending.cancelled) {
      pending.cancelled = true;
      events.add(new Cancelled(pending.step(), deadline.seconds()));
      pending.client().cancel(limit);
    }
  }

  /// What each session is doing.
  private String doing() {
    return clients.values().stream()
        .map(client ->
            Optional.ofNullable(active.get(client.name()))
                .map(pending ->
                    "%s in step %s%s"
                        .formatted(
                            client.name(),
                            pending.step().name(),
                            pending.isDone()
                                ? " (done)"
                                : pending.holders.isEmpty()
                                    ? " (running)"
                                    : " (waits for %s)"
                                        .formatted(String.join(", ", pending.holders))))
                .orElse(client.name() + " idle"))
        .collect(Collectors.joining("; "));
  }
}
