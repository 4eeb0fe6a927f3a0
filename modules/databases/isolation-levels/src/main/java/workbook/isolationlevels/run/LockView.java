package workbook.isolationlevels.run;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import workbook.engine.Engine;
import workbook.engine.Engine.Wait;
import workbook.engine.EngineException;
import workbook.engine.Failure;
import workbook.engine.Limited;
import workbook.engine.Sandbox;

/// Who waits for whom among our sessions, as the server itself says.
final class LockView {

  private final Sandbox sandbox;
  private final Engine engine;
  private final Collection<Client> clients;
  private final Duration limit;

  /// @param limit how long the server may take to answer
  LockView(Sandbox sandbox, Collection<Client> clients, Duration limit) {
    this.limit = limit;
    this.sandbox = sandbox;
    this.engine = sandbox.engine();
    this.clients = clients;
  }

  /// The waits of now. Returns no sooner than the view has been renewed since the last call.
  List<Wait> ask() throws InterruptedException, SQLException {
    try {
      return Limited.call(limit, sandbox::waits).stream()
          .filter(wait -> isOurs(wait.waiter()) && isOurs(wait.holder()))
          .toList();
    } catch (SQLException e) {
      if (engine.classify(e) == Failure.CONNECTION_LOST) {
        throw e;
      }
      throw new EngineException(
          "%s does not say who waits for whom (%s); it needs: %s"
              .formatted(
                  engine.title(),
                  String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                  engine.waitsPrivilege()),
          e);
    }
  }

  /// Whether the server answers without a way over the network.
  boolean isInThisJvm() {
    return engine.embedded();
  }

  /// By when the server has ended one of those that wait for each other.
  Duration deadlockCheck() {
    return engine.deadlockCheck();
  }

  /// Whether the server cannot be asked, and a step under way for so long counts as waiting.
  boolean isLong(Deadline deadline) {
    return engine.waitTimeout().filter(deadline::hasPassed).isPresent();
  }

  /// The names of the sessions that one waits for.
  List<String> holders(Client waiter, List<Wait> waits) {
    return clients.stream()
        .filter(client -> waits.contains(new Wait(waiter.id(), client.id())))
        .map(Client::name)
        .toList();
  }

  /// Whether one waits, over others, for itself. The server will end one of them.
  static boolean isInCircle(Client client, List<Wait> waits) {
    Set<Long> seen = new HashSet<>();
    Deque<Long> next = new ArrayDeque<>(List.of(client.id()));
    while (!next.isEmpty()) {
      long waiter = next.pop();
      for (Wait wait : waits) {
        if (wait.waiter() == waiter && seen.add(wait.holder())) {
          next.push(wait.holder());
        }
      }
    }
    return seen.contains(client.id());
  }

  /// Whether all that the server has sent to one that waits was taken in, its notices among it.
  boolean hasTakenIn(Client waiter) throws SQLException {
    return Limited.call(limit, () -> sandbox.hasTakenIn(waiter.id()));
  }

  private boolean isOurs(long id) {
    return clients.stream().anyMatch(client -> client.id() == id);
  }
}
