package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.engine.Limited;
import workbook.engine.Sandbox;
import workbook.isolationlevels.run.Event.Answered;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.Said;
import workbook.isolationlevels.run.Event.TeardownFailed;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// Runs the permutations of a specification in a sandbox. Its connections and threads are there for
/// all of them, and end with it.
public final class Runner implements PermutationRunner, AutoCloseable {

  /// How long a step may take before it is cancelled, unless told otherwise.
  public static final Duration LIMIT = Duration.ofSeconds(30);

  /// A server with much else to do is not yet lost.
  private static final Duration LEAST_ANSWER = Duration.ofSeconds(3);

  /// What is no step, and has not ended after so long, may wait for a lock.
  private static final Duration LOOK_AFTER = Duration.ofMillis(50);

  private final Sandbox sandbox;
  private final Engine engine;
  private final Specification specification;
  private final Rules rules;
  private final Duration limit;
  private final Dialogue dialogue;
  private final Transactions transactions;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final List<Client> all = new ArrayList<>();
  private final LockView view;
  private final Duration answer;
  private final Optional<List<String>> filling;
  private List<String> kept = List.of();
  private Client stage;
  private final GeneratedColumns generated = new GeneratedColumns();
  private Optional<Level> level = Optional.empty();
  private Optional<String> invariant = Optional.empty();

  /// @param limit how long a step may take before it is cancelled, and a setup or a teardown before
  ///   the run is given up
  public Runner(Sandbox sandbox, Specification specification, Rules rules, Duration limit) {
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.specification = specification;
    this.rules = rules;
    this.limit = limit;
    this.dialogue = new Dialogue(engine);
    this.filling =
        rules == Rules.PROGRAM && sandbox.canEmpty() ? Filling.of(specification) : Optional.empty();
    this.transactions = new Transactions(specification);
    this.answer = limit.compareTo(LEAST_ANSWER) < 0 ? LEAST_ANSWER : limit;
    this.view = new LockView(sandbox, all, answer);
    try {
      check();
      // Not the connection that looks on: it must answer while a setup or a teardown waits.
      stage = open("setup");
      all.add(stage);
      for (Session session : specification.sessions()) {
        join(session.name());
      }
    } catch (SQLException e) {
      throw closedAfter(lost(e));
    } catch (EngineException e) {
      throw closedAfter(e);
    }
  }

  private void join(String session) throws SQLException {
    Client client = open(session);
    clients.put(session, client);
    all.add(client);
    dialogue.introduce(client.connection(), specification.name(), session);
  }

  private Client open(String name) throws SQLException {
    return Limited.call(
        answer,
        () -> {
          Connection connection = sandbox.session();
          engine.setLockTimeout(connection, limit.multipliedBy(3));
          return new Client(name, connection, engine.sessionId(connection), dialogue);
        });
  }

  private EngineException closedAfter(EngineException reason) {
    try {
      close();
    } catch (EngineException left) {
      reason.addSuppressed(left);
    }
    return reason;
  }

  /// No statement may lead names out of the sandbox, whenever its turn would come.
  private void check() {
    specification.setups().forEach(sql -> sandbox.check("setup", sql));
    for (Session session : specification.sessions()) {
      session.setup().ifPresent(sql -> sandbox.check("setup of session " + session.name(), sql));
      session.steps().forEach(step -> sandbox.check("step " + step.name(), step.sql()));
      session
          .teardown()
          .ifPresent(sql -> sandbox.check("teardown of session " + session.name(), sql));
    }
    specification.teardown().ifPresent(sql -> sandbox.check("teardown", sql));
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public void level(Level level) {
    OwnLevels.of(specification).refuse(level);
    this.level = Optional.of(level);
    try {
      for (Client client : clients.values()) {
        set(level, client);
      }
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  @Override
  public void invariant(String query) {
    sandbox.check("--invariant", query);
    invariant = Optional.of(query);
  }

  private void set(Level level, Client client) throws SQLException {
    Limited.call(
        answer,
        () -> {
          engine.setLevel(client.connection(), level);
          return null;
        });
  }

  @Override
  public Run run(Permutation permutation) {
    return run(permutation, new ErrorHandling(engine, false));
  }

  @Override
  public Run runPart(Permutation permutation) {
    return run(permutation, new ErrorHandling(engine, true));
  }

  @Override
  public int width() {
    return 1;
  }

  @Override
  public Future<Run> begin(Permutation permutation) {
    return CompletableFuture.completedFuture(run(permutation));
  }

  private Run run(Permutation permutation, ErrorHandling errors) {
    List<Event> events = new ArrayList<>();
    Texts texts = new Texts(specification);
    Scheduler scheduler =
        new Scheduler(rules, clients, view, dialogue, errors, limit, texts, events);
    Set<String> begun = new LinkedHashSet<>();
    try {
      setUp(events);
      for (Session session : specification.sessions()) {
        if (rules == Rules.TESTER) {
          begin(session, begun, events);
        }
      }
      scheduler.run(
          permutation.launches(),
          step -> {
            begin(specification.session(step.session()), begun, events);
            if (rules == Rules.TESTER) {
              return true;
            }
            boolean goesOn = !isGivenUp(step, events);
            if (!errors.lenient()) {
              refuseSilentRollback(step);
            }
            return goesOn;
          });
      if (hasLost(events)) {
        // One session may have ended itself; this fails if the others are gone, too.
        view.ask();
      }
      for (Session session : specification.sessions()) {
        if (begun.contains(session.name())) {
          end(session, events);
        }
      }
      for (String session : begun) {
        if (!hasEnded(specification.session(session), events)) {
          rollBack(clients.get(session));
        }
      }
      State state = rules == Rules.PROGRAM ? Limited.call(answer, this::state) : State.UNKNOWN;
      if (filling.isEmpty() && specification.teardown().isPresent()) {
        tearDown("teardown", stage, specification.teardown().get(), events);
      } else if (filling.isEmpty() && rules == Rules.PROGRAM) {
        clear();
      }
      return new Run(permutation, events, state);
    } catch (StuckException e) {
      throw e.after(new Run(permutation, events, State.UNKNOWN));
    } catch (SQLException e) {
      throw lost(e).after(new Run(permutation, events, State.UNKNOWN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException("interrupted").after(new Run(permutation, events, State.UNKNOWN));
    }
  }

  private void setUp(List<Event> events) throws InterruptedException, SQLException {
    for (String emptying : sandbox.emptyings(kept)) {
      setUp("setup", stage, emptying, events);
    }
    for (String setup : kept.isEmpty() ? specification.setups() : filling.orElseThrow()) {
      setUp("setup", stage, setup, events);
    }
  }

  private State state() throws SQLException {
    List<String> tables = kept.isEmpty() ? State.names(sandbox.control()) : kept;
    if (filling.isPresent()) {
      kept = tables;
    }
    return State.of(sandbox.control(), tables, generated, invariant);
  }

  /// What has no teardown leaves its tables; the next run sets them up anew.
  private void clear() throws SQLException {
    Limited.call(
        limit,
        () -> {
          sandbox.clear();
          return null;
        });
  }

  private boolean hasLost(List<Event> events) {
    return events.stream()
        .filter(Done.class::isInstance)
        .flatMap(done -> ((Done) done).result().error().stream())
        .anyMatch(e -> engine.classify(e) == Failure.CONNECTION_LOST);
  }

  private void begin(Session session, Set<String> begun, List<Event> events)
      throws InterruptedException, SQLException {
    if (begun.add(session.name()) && session.setup().isPresent()) {
      setUp(
          "setup of session " + session.name(),
          clients.get(session.name()),
          session.setup().get(),
          events);
    }
  }

  /// Whether an earlier step of the same transaction has failed. The session has rolled back then.
  private boolean isGivenUp(Step step, List<Event> events)
      throws InterruptedException, SQLException {
    Optional<Done> failure =
        events.stream()
            .filter(Done.class::isInstance)
            .map(Done.class::cast)
            .filter(done -> done.result().failed())
            .filter(done -> transactions.of(done.step()).equals(transactions.of(step)))
            .findFirst();
    if (failure.isPresent()) {
      rollBack(clients.get(step.session()));
    }
    return failure.isPresent();
  }

  /// A commit that would be a rollback is refused.
  private void refuseSilentRollback(Step step) throws SQLException {
    if (Transactions.commits(step.sql())
        && dialogue.isAborted(clients.get(step.session()).connection())) {
      throw new StepException(
          step,
          "%s rolls this transaction back, since a statement in it has failed; a program that survives that has a SAVEPOINT, and goes back to it"
              .formatted(engine.title()),
          null);
    }
  }

  private void end(Session session, List<Event> events) throws InterruptedException, SQLException {
    if (session.teardown().isPresent()) {
      tearDown(
          "teardown of session " + session.name(),
          clients.get(session.name()),
          session.teardown().get(),
          events);
    }
  }

  /// Whether the last that a session did was to end its transaction.
  private static boolean hasEnded(Session session, List<Event> events) {
    return session.teardown().isEmpty()
        && events.reversed().stream()
            .filter(Done.class::isInstance)
            .map(Done.class::cast)
            .filter(done -> done.step().session().equals(session.name()))
            .findFirst()
            .filter(done -> done.result().error().isEmpty() && Transactions.ends(done.sql()))
            .isPresent();
  }

  /// Ends a transaction that is open, so that nobody waits for it.
  private void rollBack(Client client) throws InterruptedException, SQLException {
    boolean ended = client.connection().isClosed();
    if (!ended && !dialogue.isIdle(client.connection())) {
      execute("rollback of session " + client.name(), client, "ROLLBACK");
    }
  }

  private void setUp(String what, Client client, String sql, List<Event> events)
      throws InterruptedException, SQLException {
    Result result = execute(what, client, sql);
    result
        .error()
        .ifPresent(e -> {
          throw engine.classify(e) == Failure.CONNECTION_LOST
              ? lost(e)
              : new EngineException(
                  "%s failed: %s".formatted(what, sandbox.shown(ServerError.line(e))), e);
        });
    said(client, events);
    answered(result, events);
  }

  private void tearDown(String what, Client client, String sql, List<Event> events)
      throws InterruptedException, SQLException {
    Result result = execute(what, client, sql);
    said(client, events);
    result
        .error()
        .ifPresentOrElse(
            e ->
                events.add(
                    new TeardownFailed("%s failed: %s".formatted(what, ServerError.line(e)))),
            () -> answered(result, events));
  }

  /// What is said to the connection that sets up is nobody's concern, as in isolationtester.
  private void said(Client client, List<Event> events) throws SQLException {
    if (client != stage) {
      client.newNotices().forEach(notice -> events.add(new Said(client.name(), notice)));
    }
  }

  /// Of a text with several queries only the last answer is shown, as isolationtester does.
  private static void answered(Result result, List<Event> events) {
    if (!result.tables().isEmpty()) {
      events.add(new Answered(result.tables().getLast()));
    }
  }

  /// Runs what is no step. Sessions that have done their part, and still hold what it waits for,
  /// are ended.
  private Result execute(String what, Client client, String sql)
      throws InterruptedException, SQLException {
    Future<Result> result = client.send(sql);
    Deadline deadline = new Deadline(limit);
    while (true) {
      try {
        return result.get(LOOK_AFTER.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        List<String> holders = view.holders(client, view.ask());
        if (client == stage) {
          for (String holder : holders) {
            renew(holder);
          }
        }
        if (deadline.isPast(1)) {
          throw new StuckException(
              "%s: no end after %d s%s"
                  .formatted(
                      what,
                      deadline.seconds(),
                      holders.isEmpty()
                          ? ""
                          : " (waits for %s)".formatted(String.join(", ", holders))));
        }
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      }
    }
  }

  /// Ends a session, and begins one of the same name.
  private void renew(String session) throws SQLException {
    Client old = clients.get(session);
    Limited.call(
        answer,
        () -> {
          engine.end(sandbox.control(), old.id());
          old.connection().abort(Runnable::run);
          return null;
        });
    old.close(false);
    all.remove(old);
    join(session);
    if (level.isPresent()) {
      set(level.get(), clients.get(session));
    }
  }

  private StuckException lost(SQLException e) {
    return new StuckException(
        "%s was lost while '%s' ran: %s"
            .formatted(
                engine.title(),
                specification.name(),
                String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e,
        null);
  }

  @Override
  public void close() {
    boolean lost = true;
    try {
      sandbox.close();
      lost = false;
    } finally {
      for (Client client : all) {
        client.close(lost);
      }
    }
  }
}
