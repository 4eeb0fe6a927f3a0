package workbook.isolationlevels.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.engine.Limited;
import workbook.engine.Sandbox;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Session;

/// A connection for each session of a specification, and one more that sets up; and what is run on
/// them that is no step.
final class Sessions implements AutoCloseable {

  /// A server with much else to do is not yet lost.
  private static final Duration LEAST_ANSWER = Duration.ofSeconds(3);

  /// What is no step, and has not ended after so long, may wait for a lock.
  private static final Duration LOOK_AFTER = Duration.ofMillis(50);

  /// What outlives a transaction: temporary tables, the last of generated keys, variables, locks
  /// that are the session's.
  private static final Pattern KEPT =
      Pattern.compile(
          "(?i)\\b(TEMP|TEMPORARY|CURRVAL|LASTVAL|LAST_INSERT_ID|IDENTITY\\s*\\(\\s*\\)|SCOPE_IDENTITY|PREPARE|HOLD"
              + "|pg_(try_)?advisory_lock\\w*|GET_LOCK|LISTEN|SET_CONFIG)\\b|@");

  private final Sandbox sandbox;
  private final Engine engine;
  private final String specification;
  private final String texts;
  private final Duration limit;
  private final Duration answer;
  private final Dialogue dialogue;
  private final Map<String, Client> clients = new LinkedHashMap<>();
  private final List<Client> all = new ArrayList<>();
  private final LockView view;
  private Client stage;
  private Optional<Level> level = Optional.empty();

  /// @param limit how long a setup or a teardown may take
  Sessions(Sandbox sandbox, Specification specification, Duration limit) {
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.specification = specification.name();
    this.texts = specification.texts().collect(Collectors.joining("\n"));
    this.limit = limit;
    this.answer = limit.compareTo(LEAST_ANSWER) < 0 ? LEAST_ANSWER : limit;
    this.dialogue = new Dialogue(engine);
    this.view = new LockView(sandbox, all, answer);
  }

  void open(Specification specification) throws SQLException {
    // Not the connection that looks on: it must answer while a setup or a teardown waits.
    stage = connect("setup");
    all.add(stage);
    for (Session session : specification.sessions()) {
      join(session.name());
    }
  }

  private void join(String session) throws SQLException {
    Client client = connect(session);
    clients.put(session, client);
    all.add(client);
    dialogue.introduce(client.connection(), specification, session);
  }

  private Client connect(String name) throws SQLException {
    return answered(() -> {
      Connection connection = sandbox.session();
      engine.setLockTimeout(connection, limit.multipliedBy(3));
      return new Client(name, connection, engine.sessionId(connection), dialogue);
    });
  }

  /// What the server is asked beside the specification; one that does not answer is lost.
  <T> T answered(Callable<T> question) throws SQLException {
    return Limited.call(answer, question);
  }

  /// Of those that come later, too.
  void level(Level wanted) throws SQLException {
    level = Optional.of(wanted);
    for (Client client : clients.values()) {
      set(wanted, client);
    }
  }

  private void set(Level wanted, Client client) throws SQLException {
    answered(() -> {
      engine.setLevel(client.connection(), wanted);
      return null;
    });
  }

  /// That which sets up and tears down.
  Client stage() {
    return stage;
  }

  Client of(String session) {
    return clients.get(session);
  }

  Map<String, Client> clients() {
    return clients;
  }

  LockView view() {
    return view;
  }

  Dialogue dialogue() {
    return dialogue;
  }

  /// Ends a transaction that is open, so that nobody waits for it.
  void rollBack(Client client) throws InterruptedException, SQLException {
    boolean ended = client.connection().isClosed();
    if (!ended && !dialogue.isIdle(client.connection())) {
      execute("rollback of session " + client.name(), client, "ROLLBACK");
    }
  }

  /// Runs what is no step. Sessions that have done their part, and still hold what it waits for,
  /// are ended.
  Result execute(String what, Client client, String sql) throws InterruptedException, SQLException {
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

  /// Begins all of them anew, where a run may leave more in one than an open transaction.
  void renew() throws SQLException {
    if (KEPT.matcher(texts).find()) {
      for (String session : List.copyOf(clients.keySet())) {
        renew(session);
      }
    }
  }

  /// Ends a session, and begins one of the same name.
  private void renew(String session) throws SQLException {
    Client old = clients.get(session);
    answered(() -> {
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

  /// The end of a run by a server that was lost, or refused what no step asks.
  StuckException givenUp(SQLException e) {
    boolean answers = engine.classify(e) != Failure.CONNECTION_LOST;
    return new StuckException(
        "%s %s while '%s' ran: %s"
            .formatted(
                engine.title(),
                answers ? "refused something" : "was lost",
                specification,
                String.valueOf(e.getMessage()).lines().findFirst().orElse("")),
        e,
        null);
  }

  /// Closes the sandbox, which ends them all.
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
