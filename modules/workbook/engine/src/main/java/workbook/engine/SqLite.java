package workbook.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// SQLite. It has no schemas that would keep tables apart, so that each sandbox is a file of its
/// own among the temporary ones; a file of the user's is never opened.
final class SqLite extends Jdbc {

  static final String PREFIX = "jdbc:sqlite:";

  private static final String ENDING = ".db";

  /// With what SQLite puts beside a file while it is used.
  private static final List<String> ENDINGS =
      List.of(ENDING, ENDING + "-journal", ENDING + "-wal", ENDING + "-shm");

  SqLite(String url, Duration waitTimeout, Facts facts) {
    super(url, waitTimeout, facts);
    String file = url.substring(PREFIX.length());
    if (!file.isEmpty() && !file.startsWith("?")) {
      throw new EngineException(
          "SQLite has no schemas that would keep tables apart, and %s may hold some of yours; --url jdbc:sqlite: works in a new file, which is removed afterwards. It takes parameters, as in jdbc:sqlite:?journal_mode=WAL"
              .formatted(file.replaceFirst("\\?.*", "")));
    }
  }

  @Override
  public Engine asFound(Connection first) throws SQLException {
    return new SqLite(url(), timeout(), Facts.of(first));
  }

  @Override
  public void setLockTimeout(Connection session, Duration timeout) throws SQLException {
    Sql.execute(session, "PRAGMA busy_timeout = " + timeout.toMillis());
  }

  /// Its errors have no SQLState. 5 is SQLITE_BUSY, 6 is SQLITE_LOCKED, 19 is SQLITE_CONSTRAINT.
  @Override
  public Failure classify(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return switch (e.getErrorCode()) {
      case 5, 6 ->
          message.startsWith("[SQLITE_BUSY_SNAPSHOT]")
              ? Failure.UPDATE_CONFLICT
              : Failure.LOCK_TIMEOUT;
      case 19 ->
          message.startsWith("[SQLITE_CONSTRAINT_PRIMARYKEY]")
                  || message.startsWith("[SQLITE_CONSTRAINT_UNIQUE]")
              ? Failure.DUPLICATE_KEY
              : Failure.OTHER;
      default -> super.classify(e);
    };
  }

  @Override
  public String url(String url, List<String> path) {
    return PREFIX + file(path.getFirst(), ENDING) + url.substring(PREFIX.length());
  }

  private static Path file(String place, String ending) {
    return Path.of(System.getProperty("java.io.tmpdir"), place + ending);
  }

  /// Its first connection has.
  @Override
  public void create(Connection control, String place) {}

  @Override
  public void use(Connection session, String place) {}

  @Override
  public boolean isAstray(Connection session, String place) {
    return false;
  }

  @Override
  public List<String> removals(Connection control, String place) throws SQLException {
    return Sql.texts(
        control,
        """
        SELECT 'DROP ' || type || ' IF EXISTS "' || replace(name, '"', '""') || '"' FROM sqlite_schema
        WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type DESC
        """);
  }

  @Override
  public void drop(Connection control, String place) throws SQLException {
    awaitEnded();
    try {
      for (String ending : ENDINGS) {
        Files.deleteIfExists(file(place, ending));
      }
    } catch (IOException e) {
      throw new SQLException(e.toString(), e);
    }
  }

  @Override
  public List<String> left(Connection control) throws SQLException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(ENDING))
          .map(name -> name.substring(0, name.length() - ENDING.length()))
          .filter(name -> name.matches(Names.PATTERN))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new SQLException(e.toString(), e);
    }
  }
}
