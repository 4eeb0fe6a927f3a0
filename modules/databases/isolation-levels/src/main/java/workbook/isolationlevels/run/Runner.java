package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
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

  private final Sandbox sandbox;
  private final Engine engine;
  private final Specification specification;
  private final Rules rules;
  private final Duration limit;
  private final Sessions sessions;
  private final Tables tables;
  private final Transactions transactions;
  private Optional<String> invariant = Optional.empty();

  /// @param limit how long a step may take before it is cancelled, and a setup or a teardown before
  ///   the run is given up
  public Runner(Sandbox sandbox, Specification specification, Rules rules, Duration limit) {
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.specification = specification;
    this.rules = rules;
    this.limit = limit;
    this.sessions = new Sessions(sandbox, specification, limit);
    this.tables = new Tables(sandbox, specification, rules);
    this.transactions = new Transactions(specification);
    try {
      check();
      sessions.open(specification);
    } catch (SQLException e) {
      throw closedAfter(sessions.givenUp(e));
    } catch (EngineException e) {
      throw closedAfter(e);
    }
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
    try {
      sessions.level(level);
    } catch (SQLException e) {
      throw sessions.givenUp(e);
    }
  }

  @Override
  public void invariant(String query) {
    sandbox.check("--invariant", query);
    invariant = Optional.of(query);
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
    Scheduler scheduler = new Scheduler(rules, sessions, errors, limit, texts, events);
    Set<String> begun = new LinkedHashSet<>();
    try {
      for (String setup : tables.setups()) {
        setUp("setup", sessions.stage(), setup, events);
      }
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
        sessions.view().ask();
      }
      for (Session session : specification.sessions()) {
        if (begun.contains(session.name())) {
          end(session, events);
        }
      }
      for (String session : begun) {
        if (!hasEnded(specification.session(session), events)) {
          sessions.rollBack(sessions.of(session));
        }
      }
      State state =
          rules == Rules.PROGRAM ? sessions.answered(() -> tables.state(invariant)) : State.UNKNOWN;
      if (!tables.stay()) {
        tearDown(events);
      }
      if (rules == Rules.PROGRAM) {
        if (!errors.lenient()) {
          refuseFailedTeardown(events);
        }
        sessions.renew();
      }
      return new Run(permutation, events, state);
    } catch (StuckException e) {
      throw e.after(new Run(permutation, events, State.UNKNOWN));
    } catch (SQLException e) {
      throw sessions.givenUp(e).after(new Run(permutation, events, State.UNKNOWN));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException("interrupted").after(new Run(permutation, events, State.UNKNOWN));
    }
  }

  private void refuseFailedTeardown(List<Event> events) {
    events.stream()
        .filter(TeardownFailed.class::isInstance)
        .map(event -> ((TeardownFailed) event).message())
        .findFirst()
        .ifPresent(message -> {
          throw new EngineException(sandbox.shown(message));
        });
  }

  /// What has no teardown leaves its tables, and the next run would find them.
  private void tearDown(List<Event> events) throws InterruptedException, SQLException {
    if (specification.teardown().isPresent()) {
      tearDown("teardown", sessions.stage(), specification.teardown().get(), events);
    } else if (rules == Rules.PROGRAM) {
      clear();
    }
  }

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
          sessions.of(session.name()),
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
      sessions.rollBack(sessions.of(step.session()));
    }
    return failure.isPresent();
  }

  /// A commit that would be a rollback is refused.
  private void refuseSilentRollback(Step step) throws SQLException {
    if (Transactions.commits(step.sql())
        && sessions.dialogue().isAborted(sessions.of(step.session()).connection())) {
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
          sessions.of(session.name()),
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

  private void setUp(String what, Client client, String sql, List<Event> events)
      throws InterruptedException, SQLException {
    Result result = sessions.execute(what, client, sql);
    result
        .error()
        .ifPresent(e -> {
          throw engine.classify(e) == Failure.CONNECTION_LOST
              ? sessions.givenUp(e)
              : new EngineException(
                  "%s failed: %s".formatted(what, sandbox.shown(ServerError.line(e))), e);
        });
    said(client, events);
    answered(result, events);
  }

  private void tearDown(String what, Client client, String sql, List<Event> events)
      throws InterruptedException, SQLException {
    Result result = sessions.execute(what, client, sql);
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
    if (client != sessions.stage()) {
      client.newNotices().forEach(notice -> events.add(new Said(client.name(), notice)));
    }
  }

  /// Of a text with several queries only the last answer is shown, as isolationtester does.
  private static void answered(Result result, List<Event> events) {
    if (!result.tables().isEmpty()) {
      events.add(new Answered(result.tables().getLast()));
    }
  }

  @Override
  public void close() {
    sessions.close();
  }
}
