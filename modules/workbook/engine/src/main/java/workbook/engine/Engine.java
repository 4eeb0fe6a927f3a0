package workbook.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What has to be known of a database engine beyond JDBC. All of it is asked for by SQL, so that it
/// works on any server of that kind.
public interface Engine {

  /// The engines there are.
  List<Engine> ALL = List.of(new H2(), new MySql(), new MariaDb(), new PostgreSql());

  /// A session that waits for a lock which another session holds. Both are numbered as by
  /// [#sessionId].
  record Wait(long waiter, long holder) {}

  /// The same, once a first connection has told what a database of any kind is called, and can do.
  ///
  /// @throws EngineException if nothing could be run there without touching what is the user's
  default Engine asFound(Connection first) throws SQLException {
    return this;
  }

  /// As it is typed: `mysql`.
  String name();

  /// As its maker writes it: `MySQL`.
  String title();

  /// Whether it runs inside this JVM.
  default boolean embedded() {
    return false;
  }

  /// The levels it knows, weakest first.
  List<Level> levels();

  /// The level of a session that sets none.
  default Level defaultLevel() {
    return Level.READ_COMMITTED;
  }

  /// Whether a plain `SELECT` takes locks, so that it may wait, or others for it.
  default boolean readsLock(Level level) {
    return false;
  }

  /// Sets the level of the transactions to come. No transaction may be under way: H2 would commit
  /// it, PostgreSQL refuses, MySQL and MariaDB go on at the old level and report the new one.
  default void setLevel(Connection session, Level level) throws SQLException {
    session.setTransactionIsolation(level.jdbc());
  }

  /// Sets how long a statement waits for a lock; at least a second, which InnoDB needs.
  void setLockTimeout(Connection session, Duration timeout) throws SQLException;

  /// Why something failed. SQLState alone does not tell: MySQL's driver gives 40001 for a deadlock
  /// and for a lock timeout, of which one has rolled the transaction back and the other has not.
  Failure classify(SQLException e);

  /// The number under which the server knows a session.
  long sessionId(Connection session) throws SQLException;

  /// Who waits for whom, in the server's own view. It needs a privilege that not every user has.
  List<Wait> waits(Connection control) throws SQLException;

  /// After how long a step counts as waiting, where [#waits] cannot tell; nothing where it can.
  default Optional<Duration> waitTimeout() {
    return Optional.empty();
  }

  /// What a run there cannot tell, in a line for its reader.
  default Optional<String> caution() {
    return Optional.empty();
  }

  /// Begins or ends a transaction, if that is what a statement says and there is no such statement.
  ///
  /// @return whether it has
  default boolean transacts(Connection session, String statement) throws SQLException {
    return false;
  }

  /// How often [#waits] is to be asked while something is waited for.
  default Duration waitsInterval() {
    return Duration.ofMillis(2);
  }

  /// Whether nobody may ask more often: a view that is renewed when it is read may never be renewed
  /// if it is read too soon.
  default boolean waitsNeedRest() {
    return false;
  }

  /// By when the server has looked for a deadlock among sessions that wait. H2 and InnoDB look at
  /// once. InnoDB looks at only one of those that a session waits for: a circle over another is
  /// found when that one is gone.
  default Duration deadlockCheck() {
    return Duration.ofSeconds(1);
  }

  /// The privilege that [#waits] needs, for the user who lacks it.
  String waitsPrivilege();

  /// Ends another session, whatever it is doing, and rolls its transaction back.
  void end(Connection control, long sessionId) throws SQLException;

  /// Whether sessions of ours are to be closed, all at the same time, before [#end] is tried: where
  /// it may cut a statement off in the middle, with locks that this then takes and nobody has.
  default boolean closesFirst() {
    return false;
  }

  /// Creates a place for tables that nobody else uses: a schema, or what the engine has for one. It
  /// carries a mark by which [#left] knows it again, where the engine has room for one.
  void create(Connection control, String place) throws SQLException;

  /// Whether [#create] failed because there is something of that name.
  default boolean isTaken(SQLException e) {
    return false;
  }

  /// The URL with which a session begins in a place, where [#use] alone would not last: what a
  /// session sets, it can also reset.
  ///
  /// @param path the place, and the schemas that are searched after it
  default String url(String url, List<String> path) {
    return url;
  }

  /// Makes unqualified names of this session mean that place, and nothing beyond it.
  ///
  /// @throws EngineException if the server does not keep to that
  void use(Connection session, String place) throws SQLException;

  /// Whether unqualified names of a session mean another place by now, in a way that [#exit] has
  /// not foreseen.
  default boolean isAstray(Connection session, String place) throws SQLException {
    return false;
  }

  /// The part of a text of SQL that would make unqualified names mean something outside of a path.
  default Optional<String> exit(String sql, List<String> path) {
    return Optional.empty();
  }

  /// The part of a text of SQL that writes to the system catalog, where tables of all schemas are
  /// found by their names.
  default Optional<String> catalogWrite(String sql) {
    return Optional.empty();
  }

  /// Where unqualified names lead in a database that nobody has divided further.
  default String usualPlace() {
    return "public";
  }

  /// Removes the place and all that is in it.
  void drop(Connection control, String place) throws SQLException;

  /// The statements that remove what is in a place, one for each thing; none if it is empty.
  default List<String> removals(Connection control, String place) throws SQLException {
    throw new EngineException("no existing schema can be used on " + title());
  }

  /// The statement that empties a table, so that it is as if it had been made anew; nothing where
  /// that is not known.
  ///
  /// @param table its name, with that of its place
  default Optional<String> emptying(String table) {
    return Optional.empty();
  }

  /// Takes an existing place for one run, until the session ends.
  ///
  /// @return whether no other run has it
  default boolean claim(Connection session, String place) throws SQLException {
    throw new EngineException("no existing schema can be used on " + title());
  }

  /// Gives back what [#claim] has taken, where that does not end with its session.
  default void release(Connection session, String place) throws SQLException {}

  /// The places that [#create] made and that no session uses any more.
  default List<String> left(Connection control) throws SQLException {
    return List.of();
  }

  /// A URL that never creates a database where there is none.
  default String existing(String url) {
    return url;
  }

  /// The driver, reached only when it is needed.
  java.sql.Driver driver() throws SQLException;

  /// How a URL for it begins: `jdbc:mysql:`.
  default String urlPrefix() {
    return "jdbc:" + name() + ":";
  }

  /// The engine of a name.
  ///
  /// @throws EngineException if there is none
  static Engine named(String name) {
    return ALL.stream()
        .filter(engine -> engine.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new EngineException("there is no engine '%s'; there are %s".formatted(name, names())));
  }

  /// The engine that a JDBC URL is for.
  ///
  /// @throws EngineException if it is for none of them
  static Engine of(String url) {
    return known(url)
        .orElseThrow(() ->
            new EngineException(
                "'%s…' is no URL of %s: it must begin like jdbc:postgresql:"
                    .formatted(url.replaceFirst("^(jdbc:\\w{1,20}|\\w{1,20})?.*", "$1"), names())));
  }

  /// The engine that a JDBC URL is for, if it is one of [#ALL].
  static Optional<Engine> known(String url) {
    return ALL.stream().filter(engine -> url.startsWith(engine.urlPrefix())).findFirst();
  }

  private static String names() {
    return ALL.stream().map(Engine::name).collect(Collectors.joining(", "));
  }
}
