package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Engines;
import workbook.isolationlevels.ask.Question;
import workbook.isolationlevels.ask.Script;
import workbook.isolationlevels.run.Rules;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.Runner;
import workbook.isolationlevels.spec.Parser;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.TextFile;
import workbook.topictest.Printed;

/// What is in one's own SQL, and in no lesson's.
@Tag("engines")
@DisplayName("SQL as it is written elsewhere")
class OwnSqlTest {

  private static final String ACCOUNT =
      "CREATE TABLE account (id INT PRIMARY KEY, balance INT); INSERT INTO account VALUES (1, 100)";

  private static final Engine H2 = Engine.named("h2");

  @TempDir private Path folder;

  static Stream<Engine> engines() {
    return Engines.requested().stream();
  }

  static Stream<Engine> postgreSql() {
    return engines().filter(engine -> engine.name().equals("postgresql"));
  }

  /// Where names in quotes keep their case.
  static Stream<Engine> withCase() {
    return engines().filter(engine -> !engine.name().startsWith("m"));
  }

  private static List<Run> runs(Engine engine, String text, int runs) {
    Specification spec = Parser.parse("my", text, engine.name());
    try (Runner runner =
        new Runner(Engines.shared(engine).sandbox(), spec, Rules.PROGRAM, Runner.LIMIT)) {
      return Stream.generate(() -> runner.run(spec.permutations().getFirst())).limit(runs).toList();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 1; COMMIT|s.sql:1: no transaction is open here: BEGIN is missing before it; a script without either is one transaction",
        "SET autocommit = 0; SELECT 1; COMMIT|s.sql:1: 'SET autocommit = 0' begins a transaction without saying so; write BEGIN where one begins, and COMMIT or ROLLBACK where it ends",
        "BEGIN; COMMIT AND CHAIN; COMMIT|s.sql:1: 'COMMIT AND CHAIN' begins a transaction without saying so; write BEGIN where one begins, and COMMIT or ROLLBACK where it ends"
      })
  @DisplayName("is refused where it is not said where a transaction begins")
  void unsaid(String script, String told) {
    Script setup = Script.parse("setup.sql", ACCOUNT, false);
    List<Script> scripts = List.of(Script.parse("s.sql", script, false));
    assertThatThrownBy(() -> new Question(setup, scripts, H2)).hasMessage(told);
  }

  @Test
  @DisplayName("is refused for that in a specification, too")
  void unsaidInSpecification() throws IOException {
    String text = "setup { CREATE TABLE t (id INT); }\nsession s\nstep a { SET AUTOCOMMIT = 0; }\n";
    assertThat(Runs.of(folder, new Explore(), text, H2).err())
        .contains("step a: 'SET AUTOCOMMIT = 0' begins a transaction without saying so; ");
  }

  /// Of 5! / (3! 2!) = 10 orders, in two the other commits between the reads; it may write before
  /// the first one.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("tells a null from the empty text")
  void nulls(Engine engine) {
    String read = "SELECT note FROM t WHERE id = 1";
    String answer =
        AskTest.answer(
            engine,
            "CREATE TABLE t (id INT PRIMARY KEY, note VARCHAR(9)); INSERT INTO t VALUES (1, NULL)",
            read + ";\n" + read,
            "UPDATE t SET note = '' WHERE id = 1");
    assertThat(answer)
        .contains("READ COMMITTED            2        0             8  non repeatable read 2\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("sends a null that was read as null: null + 10 is null")
  void boundNull(Engine engine) {
    Run run =
        runs(
                engine,
                """
                #! isolation-levels
                #! bind s = r
                setup { CREATE TABLE pay (amount INT); CREATE TABLE total (v INT); INSERT INTO total VALUES (0); }
                session t1
                step r { SELECT sum(amount) AS s FROM pay; }
                step w { UPDATE total SET v = ${s} + 10; }
                permutation r w
                """,
                1)
            .getFirst();
    assertThat(run.state().get("total").getFirst().getFirst()).isNull();
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("orders rows value by value: two may look alike when they are put together")
  void ties(Engine engine) {
    String insert = "INSERT INTO t VALUES ('%s', '%s');\nSELECT a, b FROM t WHERE a = 'nobody'";
    String answer =
        AskTest.answer(
            engine,
            "CREATE TABLE t (a VARCHAR(9), b VARCHAR(9))",
            insert.formatted("Doe, J", "x"),
            insert.formatted("Doe", "J, x"));
    assertThat(answer).endsWith("No anomaly at any of these levels.\n");
  }

  @Test
  @DisplayName("may end a SELECT with a comment, and the lock is still tried on it")
  void comment() {
    String script =
        """
        -- bind b
        SELECT balance FROM account WHERE id = 1 -- what is there
        ;
        UPDATE account SET balance = ${b} - 30 WHERE id = 1;
        """;
    assertThat(AskTest.answer(H2, ACCOUNT, script, script))
        .contains("  s.sql:2  SELECT balance FROM account WHERE id = 1 FOR UPDATE\n")
        .endsWith("  none of 20 ends one with an error\n");
  }

  /// As in [#nulls]. The key of `log` is made up by the server, that of `seat` is not.
  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("may have a made-up key of the name of a column that counts")
  void otherTablesKey(Engine engine) {
    String key =
        engine.name().startsWith("m") ? "AUTO_INCREMENT" : "GENERATED BY DEFAULT AS IDENTITY";
    String read = "SELECT id FROM seat WHERE owner IS NULL ORDER BY id LIMIT 1";
    String answer =
        AskTest.answer(
            engine,
            """
            CREATE TABLE log (id INT %s PRIMARY KEY);
            CREATE TABLE seat (id INT PRIMARY KEY, owner VARCHAR(9));
            INSERT INTO seat VALUES (1, NULL), (2, NULL)
            """
                .formatted(key),
            read + ";\n" + read,
            "UPDATE seat SET owner = 'x' WHERE id = 1");
    assertThat(answer)
        .contains("READ COMMITTED            2        0             8  non repeatable read 2\n");
  }

  @ParameterizedTest
  @MethodSource("withCase")
  @DisplayName("may have tables that only the case tells apart")
  void cases(Engine engine) {
    String script =
        """
        -- bind b
        SELECT balance FROM account WHERE id = 1;
        UPDATE account SET balance = ${b} - 30 WHERE id = 1;
        """;
    String answer =
        AskTest.answer(
            engine,
            ACCOUNT + "; CREATE TABLE \"Account\" (id INT); CREATE TABLE \"aCCOUNT\" (id INT)",
            script,
            script);
    assertThat(answer)
        .contains("READ COMMITTED           18        0             2  lost update 18\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("finds in a session nothing that an earlier run has left there")
  void sessionState(Engine engine) {
    boolean postgreSql = engine.name().equals("postgresql");
    String get = postgreSql ? "current_setting('my.x', true)" : "@x";
    String set = postgreSql ? "SELECT set_config('my.x', '5', false)" : "SET @x = 5";
    String temporary =
        "CREATE %s TABLE snap AS SELECT * FROM t"
            .formatted(engine.name().equals("h2") ? "LOCAL TEMPORARY" : "TEMPORARY");
    List<Run> runs =
        runs(
            engine,
            """
            #! isolation-levels
            setup { CREATE TABLE t (id INT); INSERT INTO t VALUES (1); }
            session s1
            step g { SELECT %s AS x; }
            step s { %s; }
            step m { %s; }
            permutation g s m
            """
                .formatted(get, set, temporary),
            3);
    assertThat(runs).extracting(run -> run.read("g").getFirst().getFirst()).containsOnlyNulls();
  }

  /// A run that no serial order explains would tell of an unlock: `t` where its own lock was left
  /// by a transaction that was rolled back, `f` where it was not there.
  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("postgreSql")
  @DisplayName("may hold a lock of the session's beyond a transaction that is rolled back")
  void sessionLock(Engine engine) {
    String script =
        """
        BEGIN;
        SELECT pg_advisory_lock(1);
        -- bind b
        SELECT balance FROM account WHERE id = 1;
        UPDATE account SET balance = ${b} - 30 WHERE id = 1;
        COMMIT;
        SELECT pg_advisory_unlock(1);
        """;
    assertThat(AskTest.answer(engine, ACCOUNT, script, script))
        .contains("REPEATABLE READ           0      240            12  -\n")
        .endsWith("No anomaly at any of these levels.\n");
  }

  @ParameterizedTest
  @MethodSource("engines")
  @DisplayName("may refer to keys that the server makes up")
  void identityThatIsReferredTo(Engine engine) {
    String key =
        engine.name().startsWith("m") ? "AUTO_INCREMENT" : "GENERATED BY DEFAULT AS IDENTITY";
    List<Run> runs =
        runs(
            engine,
            """
            #! isolation-levels
            setup { CREATE TABLE a (id INT %s PRIMARY KEY, v INT);
              CREATE TABLE b (a INT, FOREIGN KEY (a) REFERENCES a (id)); INSERT INTO a (v) VALUES (10); }
            session s1
            step r { SELECT id FROM a; }
            permutation r
            """
                .formatted(key),
            3);
    assertThat(runs).extracting(run -> run.read("r")).containsOnly(List.of(List.of("1")));
  }

  @Test
  @DisplayName("may have strings with escapes, and comments of MySQL's")
  void texts() {
    assertThat(Script.parse("s.sql", "SELECT E'it\\'s; x'; SELECT 'e'", false).statements())
        .hasSize(2);
    assertThat(Script.parse("s.sql", "# it's; mine\nSELECT 1 # so;\n; SELECT 2", true).statements())
        .extracting(Script.Statement::sql)
        .containsExactly("SELECT 1", "SELECT 2");
  }

  @Test
  @DisplayName("is read without an editor's byte order mark, and refused where it is no text")
  void files() throws IOException {
    Path marked = Files.writeString(folder.resolve("marked.sql"), "\uFEFFSELECT 1");
    assertThat(TextFile.read(marked)).isEqualTo("SELECT 1");
    Path latin =
        Files.write(
            folder.resolve("latin.sql"), "SELECT 'é'".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TextFile.read(latin))
        .isInstanceOf(EngineException.class)
        .hasMessage(latin + " is not in UTF-8; save it so");
    Path large = Files.write(folder.resolve("large.sql"), new byte[(1 << 24) + 1]);
    assertThatThrownBy(() -> TextFile.read(large))
        .isInstanceOf(EngineException.class)
        .hasMessage(large + " has more than 16 MB");
  }

  @Test
  @DisplayName("has no column that is left out by a wrong name")
  void leftOut() {
    Map<String, Boolean> known =
        Map.of("v", true, "test.v", true, "nonsense", false, "test.nonsense", false);
    known.forEach((column, isKnown) -> {
      Printed printed =
          Printed.by(new Timeline(), Runs.on(H2, "lost-update", "--leave-out", column));
      assertThat(printed.err())
          .isEqualTo(
              isKnown
                  ? ""
                  : "isolation-levels/timeline: --leave-out: no table has a column '%s'\n"
                      .formatted(column));
    });
  }

  @Test
  @DisplayName("is not said to prevent what was not run to its end")
  void part() {
    assertThat(Printed.by(new Timeline(), Runs.on(H2, "lost-update", "--permutation", "t1r")).out())
        .doesNotContain("prevented");
    assertThat(Printed.by(new Timeline(), Runs.on(H2, "lost-update")).out()).contains("P4 lost");
  }

  @Test
  @DisplayName("is no specification")
  void script() throws IOException {
    Path file = Files.writeString(folder.resolve("setup.sql"), ACCOUNT);
    assertThat(Printed.by(new Explore(), Runs.on(H2, file.toString())).err())
        .isEqualTo(
            "isolation-levels/explore: %s: a file's name must end in .spec; for scripts of SQL there is isolation-levels/ask\n"
                .formatted(file));
  }
}
