package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.isolationlevels.run.Event.Answered;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.TeardownFailed;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Permutation;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// Runs the permutations of a specification in a sandbox. Its connections and threads are there for
/// all of them, and end with it.
public final class Runner implements AutoCloseable {

  /// How long a step may take before it is cancelled, unless told otherwise.
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private final Sandbox sandbox;
  private final Engine engine;
  private final Specification specification;
  private final Rules rules;
  private final Duration limit;
  private final Dialogue dialogue;
  private final Transactions transactions;
  private final Client control;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final LockView view;

  /// @param limit how long a step may take before it is cancelled
  public Runner(Sandbox sandbox, Specification specification, Rules rules, Duration limit) {
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.specification = specification;
    this.rules = rules;
    this.limit = limit;
    this.dialogue = new Dialogue(engine.name().equals("postgresql"));
    this.transactions = new Transactions(specification);
    this.control = new Client("control", sandbox.control(), 0, dialogue);
    this.view = new LockView(sandbox, clients.values());
    try {
      check();
      for (Session session : specification.sessions()) {
        Connection connection = sandbox.session();
        clients.put(
            session.name(),
            new Client(session.name(), connection, engine.sessionId(connection), dialogue));
        dialogue.introduce(connection, specification.name(), session.name());
        engine.setLockTimeout(connection, limit.multipliedBy(3));
      }
    } catch (SQLException e) {
      throw closedAfter(lost(e));
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

  /// Sets the level of all sessions for the runs to come.
  public void level(Level level) {
    try {
      for (Client client : clients.values()) {
        engine.setLevel(client.connection(), level);
      }
    } catch (SQLException e) {
      throw lost(e);
    }
  }

  /// Runs the steps of a permutation, with setups before and teardowns after.
  ///
  /// @throws StuckException if it does not end
  /// @throws EngineException if the server is lost, or a setup fails
  public Run run(Permutation permutation) {
    List<Event> events = new ArrayList<>();
    Texts texts = new Texts(specification);
    Scheduler scheduler = new Scheduler(rules, clients, view, dialogue, limit, texts, events);
    Set<String> begun = new HashSet<>();
    try {
      for (String setup : specification.setups()) {
        setUp("setup", control, setup, events);
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
            return rules == Rules.TESTER || !isGivenUp(step, events);
          });
      for (Session session : specification.sessions()) {
        if (begun.contains(session.name())) {
          end(session, events);
        }
      }
      Map<String, List<List<String>>> state =
          rules == Rules.PROGRAM ? State.of(sandbox.control()) : Map.of();
      if (specification.teardown().isPresent()) {
        tearDown("teardown", control, specification.teardown().get(), events);
      } else if (rules == Rules.PROGRAM) {
        sandbox.clear();
      }
      return new Run(permutation, events, state);
    } catch (StuckException e) {
      throw e.after(new Run(permutation, events, Map.of()));
    } catch (SQLException e) {
      throw lost(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException("interrupted");
    }
  }

  private void begin(Session session, Set<String> begun, List<Event> events) {
    if (begun.add(session.name()) && session.setup().isPresent()) {
      setUp(
          "setup of session " + session.name(),
          clients.get(session.name()),
          session.setup().get(),
          events);
    }
  }

  /// Whether an earlier step of the same transaction has failed. The session has rolled back then.
  private boolean isGivenUp(Step step, List<Event> events) {
    Optional<Done> failure =
        events.stream()
            .filter(Done.class::isInstance)
            .map(Done.class::cast)
            .filter(done -> done.result().failed())
            .filter(done -> transactions.of(done.step()).equals(transactions.of(step)))
            .findFirst();
    if (failure.isPresent()) {
      execute(clients.get(step.session()), "ROLLBACK");
    }
    return failure.isPresent();
  }

  private void end(Session session, List<Event> events) {
    Client client = clients.get(session.name());
    if (session.teardown().isPresent()) {
      tearDown("teardown of session " + session.name(), client, session.teardown().get(), events);
    }
    if (rules == Rules.PROGRAM) {
      execute(client, "ROLLBACK");
    }
  }

  private void setUp(String what, Client client, String sql, List<Event> events) {
    Result result = execute(client, sql);
    result
        .error()
        .ifPresent(e -> {
          throw engine.classify(e) == Failure.CONNECTION_LOST
              ? lost(e)
              : new EngineException("%s failed: %s".formatted(what, ServerError.line(e)), e);
        });
    answered(result, events);
  }

  private void tearDown(String what, Client client, String sql, List<Event> events) {
    Result result = execute(client, sql);
    result
        .error()
        .ifPresentOrElse(
            e ->
                events.add(
                    new TeardownFailed("%s failed: %s".formatted(what, ServerError.line(e)))),
            () -> answered(result, events));
  }

  /// Of a text with several queries only the last answer is shown, as isolationtester does.
  private static void answered(Result result, List<Event> events) {
    if (!result.tables().isEmpty()) {
      events.add(new Answered(result.tables().getLast()));
    }
  }

  private static Result execute(Client client, String sql) {
    try {
      return client.send(sql).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StuckException("interrupted");
    }
  }

  private EngineException lost(SQLException e) {
    return new EngineException(
        "%s was lost while '%s' ran: %s"
            .formatted(
                engine.title(),
                specification.name(),
                String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e);
  }

  @Override
  public void close() {
    try {
      sandbox.close();
    } finally {
      control.close();
      clients.values().forEach(Client::close);
    }
  }
}
