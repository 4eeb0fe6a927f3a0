package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.topictest.Printed;

@DisplayName("A specification of one's own")
class SpecTest {

  private static final String TWO_SESSIONS =
      """
      setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
      setup { INSERT INTO t VALUES (1, 10); SELECT count(*) AS "rows" FROM t; }
      teardown { DROP TABLE t; }
      session s1
      setup { BEGIN; }
      step s1u { UPDATE t SET v = 11 WHERE id = 1; }
      step s1c { COMMIT; }
      session s2
      step s2u { UPDATE t SET v = v + 1 WHERE id = 1; }
      step s2r
      {
        SELECT id AS "id", v AS "v", 'x' AS "a text" FROM t;
        SELECT nothing FROM t;
      }
      """;

  @TempDir private Path folder;

  private Printed run(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("my.spec"), text);
    String[] arguments = new String[options.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return Printed.by(new Spec(), arguments);
  }

  /// What isolationtester prints, from its README and from the expected files beside it: a step
  /// with its text, its results as libpq prints them (numbers to the right), its error without a
  /// hint; a step that waits twice.
  @Test
  @DisplayName("gives the transcript of isolationtester")
  void transcript() throws IOException {
    Printed printed = run(TWO_SESSIONS + "permutation s1u s2u s1c s2r\n");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        .isEqualTo(
            """
            Parsed test spec with 2 sessions

            starting permutation: s1u s2u s1c s2r
            rows
            ----
               1
            (1 row)

            step s1u: UPDATE t SET v = 11 WHERE id = 1;
            step s2u: UPDATE t SET v = v + 1 WHERE id = 1; <waiting ...>
            step s1c: COMMIT;
            step s2u: <... completed>
            step s2r:\s
              SELECT id AS "id", v AS "v", 'x' AS "a text" FROM t;
              SELECT nothing FROM t;

            id| v|a text
            --+--+------
             1|12|x    \s
            (1 row)

            ERROR:  Column "NOTHING" not found
            """);
  }

  /// `(*)` reports s2u as waiting at once, whether it is or not yet; `(s2u)` holds the report of
  /// s1c back until s2u has ended, which s1c itself makes possible.
  @Test
  @DisplayName("heeds the markers of a permutation")
  void markers() throws IOException {
    assertThat(run(TWO_SESSIONS + "permutation s1u s2u(*) s1c(s2u)\n").out())
        .endsWith(
            """
            step s1u: UPDATE t SET v = 11 WHERE id = 1;
            step s2u: UPDATE t SET v = v + 1 WHERE id = 1; <waiting ...>
            step s1c: COMMIT; <waiting ...>
            step s2u: <... completed>
            step s1c: <... completed>
            """);
  }

  /// isolationtester says both on its standard error, and goes on.
  @Test
  @DisplayName("is told which steps no permutation names, and that a teardown failed")
  void warnings() throws IOException {
    Printed printed =
        run(TWO_SESSIONS.replace("DROP TABLE t;", "DROP TABLE u;") + "permutation s1u s1c\n");
    assertThat(printed.status()).isZero();
    assertThat(printed.err())
        .startsWith(
            "unused step name: s2r\nunused step name: s2u\nteardown failed: ERROR:  Table ");
  }

  @Test
  @DisplayName("runs in every order if it names none")
  void everyOrder() throws IOException {
    String text = "session a step a1 {SELECT 1} step a2 {SELECT 2} session b step b1 {SELECT 3}";
    assertThat(run(text).out().lines().filter(line -> line.startsWith("starting")))
        .containsExactly(
            "starting permutation: a1 a2 b1",
            "starting permutation: a1 b1 a2",
            "starting permutation: b1 a1 a2");
  }

  @Test
  @Tag("solutions")
  @DisplayName("that never ends is cancelled, and says what each session was doing")
  void stuck() throws IOException {
    Printed printed = run(TWO_SESSIONS + "permutation s1u s2u s2r s1c\n", "--limit", "1");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.out()).contains("isolationtester: canceling step s2u after 1 seconds\n");
    assertThat(printed.err())
        .isEqualTo(
            "isolation-levels/spec: no progress for 2 s: s1 idle; s2 in step s2u (waits for s1)\n");
  }

  /// Before H2 goes, it waits for other sessions twice as long as for a lock.
  @Test
  @DisplayName("that loses its server says so in one line")
  void lost() throws IOException {
    Printed printed =
        run(
            "setup { SET DEFAULT_LOCK_TIMEOUT 50; }\n"
                + TWO_SESSIONS.replace("COMMIT;", "SHUTDOWN IMMEDIATELY;")
                + "permutation s1u s2u s1c s2r");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err()).startsWith("isolation-levels/spec: H2 was lost while 'my' ran: ");
    assertThat(printed.err().lines()).hasSize(1);
  }

  @Test
  @DisplayName("and what it needs: one line for each thing that is not there")
  void refused() throws IOException {
    assertThat(run("session s").err())
        .isEqualTo(
            "isolation-levels/spec: %s:1:10: expected setup or step, found the end of the file\n"
                .formatted(folder.resolve("my.spec")));
    String plain = "session s step a { SELECT 1 }";
    assertThat(run("setup { CREATE TABLE; } " + plain).err())
        .startsWith("isolation-levels/spec: setup failed: ERROR:  Syntax error");
    assertThat(run(plain, "--level", "snapsht").err())
        .startsWith(
            "isolation-levels/spec: there is no level 'snapsht'; there are read-uncommitted");
    assertThat(run(plain, "--engine", "oracle").err())
        .isEqualTo(
            "isolation-levels/spec: there is no engine 'oracle';"
                + " there are h2, mysql, mariadb, postgresql\n");
    assertThat(run(plain, "--url", "jdbc:oracle:thin:@x").err())
        .endsWith(": there is no driver for jdbc:oracle: here; --driver-jar FILE names its jar\n");
    // Port 1 is reserved (RFC 6335) and nothing listens there.
    assertThat(run(plain, "--url", "jdbc:postgresql://127.0.0.1:1/x", "--user", "me").err())
        .startsWith("isolation-levels/spec: jdbc:postgresql://127.0.0.1:1/x is not reachable: ");
    assertThat(run(plain, "--url", "jdbc:h2:mem:x", "--driver-jar", "no.jar").err())
        .isEqualTo("isolation-levels/spec: --driver-jar: there is no file no.jar\n");
    assertThat(run(plain, "--url", "jdbc:h2:mem:x", "--engine", "h2").err())
        .isEqualTo(
            "isolation-levels/spec: --engine and --url exclude each other: a URL names its engine\n");
    assertThat(Printed.by(new Spec(), "none.spec"))
        .isEqualTo(
            new Printed(2, "", "isolation-levels/spec: there is no readable file none.spec\n"));
    assertThat(Printed.by(new Spec()))
        .isEqualTo(
            new Printed(2, "", "isolation-levels/spec: FILE is missing; what is taken: FILE\n"));
  }

  @Test
  @DisplayName("runs on a server that runs already, and a wrong password is one line")
  void url() throws IOException {
    String plain = "session s step a { SELECT 1 AS \"one\" }";
    String url = "jdbc:h2:mem:here;USER=me;PASSWORD=secret;DB_CLOSE_DELAY=-1";
    assertThat(run(plain, "--url", url).out()).contains("one\n---\n  1\n(1 row)\n");
    Printed wrong =
        run(plain, "--url", "jdbc:h2:mem:here;IFEXISTS=TRUE", "--user", "me", "--password", "x");
    assertThat(wrong.status()).isEqualTo(2);
    assertThat(wrong.err())
        .startsWith(
            "isolation-levels/spec: jdbc:h2:mem:here;IFEXISTS=TRUE does not let user 'me' in: ");
  }
}
