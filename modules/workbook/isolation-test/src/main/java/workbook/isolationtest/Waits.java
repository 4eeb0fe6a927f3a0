package workbook.isolationtest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.engine.Engine;

/// Who waits for whom: as the server says, or, where it is not known how to ask one, as time
/// suggests.
sealed interface Waits {

  /// Says for each session that waits for which; who waits is a key, also if it is not known for
  /// whom.
  ///
  /// @param running for each session that is at work, since when, by [System#nanoTime]
  Map<String, List<String>> ask(Map<String, Long> running)
      throws SQLException, InterruptedException;

  /// Asks the server.
  record ByServer(Engine engine, Connection control, List<Session> sessions, long[] asked)
      implements Waits {

    ByServer(Engine engine, Connection control, List<Session> sessions) {
      this(engine, control, sessions, new long[1]);
    }

    @Override
    public Map<String, List<String>> ask(Map<String, Long> running)
        throws SQLException, InterruptedException {
      long due = asked[0] + engine.waitsInterval().toNanos() - System.nanoTime();
      if (due > 0 && asked[0] != 0) {
        Thread.sleep(Duration.ofNanos(due));
      }
      try {
        return engine.waits(control).stream()
            .filter(wait -> name(wait.waiter()).isPresent() && name(wait.holder()).isPresent())
            .collect(
                Collectors.groupingBy(
                    wait -> name(wait.waiter()).orElseThrow(),
                    Collectors.mapping(
                        wait -> name(wait.holder()).orElseThrow(), Collectors.toList())));
      } catch (SQLException e) {
        throw new SQLException(
            "%s does not say who waits for whom (%s); the user needs: %s"
                .formatted(engine.title(), e.getMessage(), engine.waitsPrivilege()),
            e);
      } finally {
        asked[0] = System.nanoTime();
      }
    }

    private Optional<String> name(long id) {
      return sessions.stream().filter(session -> session.id() == id).map(Session::name).findFirst();
    }

    /// Whether a session waits, over others, for itself. The server will end one of them.
    static boolean isInCircle(String session, Map<String, List<String>> waits) {
      Set<String> reached = new HashSet<>();
      reach(session, waits, reached);
      return reached.contains(session);
    }

    private static void reach(String from, Map<String, List<String>> waits, Set<String> reached) {
      for (String holder : waits.getOrDefault(from, List.of())) {
        if (reached.add(holder)) {
          reach(holder, waits, reached);
        }
      }
    }
  }

  /// Takes a session for blocked that has been at work for too long.
  record ByTime(Duration limit) implements Waits {

    @Override
    public Map<String, List<String>> ask(Map<String, Long> running) {
      long now = System.nanoTime();
      return running.entrySet().stream()
          .filter(entry -> now - entry.getValue() > limit.toNanos())
          .collect(Collectors.toMap(Map.Entry::getKey, _ -> List.of()));
    }
  }
}
