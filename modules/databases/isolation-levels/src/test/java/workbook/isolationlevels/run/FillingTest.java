package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.isolationlevels.spec.Parser;

@DisplayName("Tables are kept from run to run")
class FillingTest {

  private static final String TABLE = "CREATE TABLE t (id INT PRIMARY KEY, v INT)";
  private static final String STEP = "UPDATE t SET v = 2";

  private static Optional<List<String>> filling(String setup, String teardown, String step) {
    return Filling.of(
        Parser.parse(
            "my",
            """
            setup { %s; }
            %s
            session s1 setup { BEGIN; } step a { %s; } step b { COMMIT; }
            session s2 step c { SELECT v FROM t; }
            """
                .formatted(setup, teardown, step),
            "h2"));
  }

  @Test
  @DisplayName("and filled again by the INSERTs of the setups, in their order")
  void filled() {
    String setup =
        "DROP TABLE IF EXISTS t; "
            + TABLE
            + "; create unique index i on t (v); INSERT INTO t VALUES (1, 1);"
            + " CREATE TABLE u (id INT); insert into t values (2, 2)";
    List<String> inserts = List.of("INSERT INTO t VALUES (1, 1); insert into t values (2, 2)");
    assertThat(filling(setup, "", STEP)).contains(inserts);
    assertThat(filling(setup, "teardown { DROP TABLE t; }", STEP)).contains(inserts);
    assertThat(filling(TABLE, "", STEP)).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t AS SELECT 1 AS id",
        "CREATE TABLE t (id INT) AS SELECT 1",
        "CREATE TABLE t (LIKE other)",
        "CREATE TABLE t (id INT REFERENCES other (id))",
        "CREATE TABLE t (id INT, FOREIGN KEY (id) REFERENCES other (id))",
        "CREATE TABLE t (id INT DEFAULT nextval('s'))",
        "CREATE TABLE t (id INT DEFAULT NEXT VALUE FOR s)",
        "CREATE TABLE public.t (id INT)",
        "CREATE TEMP TABLE t (id INT)",
        "CREATE SEQUENCE s",
        "CREATE VIEW w AS SELECT 1 AS one",
        "CREATE TABLE u (id INT, v INT) AS VALUES (1, 10)",
        "CREATE TABLE u (id INT, v INT) AS TABLE t",
        "CREATE TABLE u (id INT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT=100",
        "CREATE TABLE u (id INT) WITH SYSTEM VERSIONING",
        "INSERT INTO t VALUES (1, 1); CREATE INDEX i ON t (v)",
        "INSERT INTO t VALUES (1, 1); DROP TABLE t",
        "ALTER TABLE t ADD COLUMN w INT",
        "UPDATE t SET v = 1",
        "SELECT 1"
      })
  @DisplayName("not where a setup does more than to create and fill them")
  void setups(String statement) {
    assertThat(filling(TABLE + "; " + statement, "", STEP)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE t ADD COLUMN w INT",
        "DROP TABLE t",
        "TRUNCATE TABLE t",
        "CREATE INDEX i ON t (v)",
        "SELECT v INTO w FROM t",
        "SELECT insert INTO w FROM t",
        "INSERT INTO t SELECT v INTO w FROM t",
        "SET STATEMENT lock_wait_timeout = 1 FOR ALTER TABLE t ADD COLUMN w INT",
        "SELECT E'\\\\''; ALTER TABLE t ADD COLUMN w INT; SELECT 'x'",
        "CALL p()",
        "UPDATE t SET v = 2; ALTER TABLE t ADD COLUMN w INT",
        "DO $$ BEGIN DROP TABLE t; END $$",
        "WITH w AS (SELECT 1) SELECT * FROM w"
      })
  @DisplayName("not where a step may change more than rows")
  void steps(String statement) {
    assertThat(filling(TABLE, "", statement)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO t VALUES (3, 3)",
        "select v from t for update",
        "DELETE FROM t WHERE id = 1",
        "SAVEPOINT p",
        "ROLLBACK TO p",
        "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE"
      })
  @DisplayName("where all steps change rows, or transactions")
  void rows(String statement) {
    assertThat(filling(TABLE, "", statement)).contains(List.of());
  }

  @Test
  @DisplayName("not where a teardown does more than to drop them")
  void teardowns() {
    assertThat(filling(TABLE, "teardown { DROP TABLE t; SELECT 1; }", STEP)).isEmpty();
  }
}
