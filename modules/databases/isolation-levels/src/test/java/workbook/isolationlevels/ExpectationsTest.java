package workbook.isolationlevels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workbook.engine.Engine;
import workbook.engine.Engines;
import workbook.topictest.Printed;

@DisplayName("What a specification expects")
class ExpectationsTest {

  private static final String OPENING = "#! isolation-levels\n";
  private static final String COUNTER =
      """
      setup { CREATE TABLE t (id INT PRIMARY KEY, v INT); }
      setup { INSERT INTO t VALUES (1, 10); }
      teardown { DROP TABLE t; }
      session s1
      setup { BEGIN; }
      step r1 { SELECT v FROM t WHERE id = 1; }
      #! bind a = r1
      step w1 { UPDATE t SET v = ${a} + 1 WHERE id = 1; }
      step c1 { COMMIT; }
      session s2
      setup { BEGIN; }
      step r2 { SELECT v FROM t WHERE id = 1; }
      #! bind b = r2
      step "w 2" { UPDATE t SET v = ${b} + 1 WHERE id = 1; }
      step c2 { COMMIT; }
      """;

  @TempDir private Path folder;

  static List<Engine> engines() {
    return Engines.requested();
  }

  private Printed explore(String text, String... options) throws IOException {
    return Printed.by(new Explore(), arguments(text, options));
  }

  private Printed explore(String text, Engine engine, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("counter.spec"), text);
    return Printed.by(new Explore(), Runs.on(engine, file.toString(), options));
  }

  private String[] arguments(String text, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("counter.spec"), text);
    String[] arguments = new String[options.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    return arguments;
  }

  /// Where P4 occurs is in Hermitage's table: MySQL at REPEATABLE READ, PostgreSQL not.
  @ParameterizedTest
  @MethodSource("engines")
  @Tag("engines")
  @DisplayName("holds: exit status 0")
  void holds(Engine engine) throws IOException {
    Printed printed =
        explore(
            OPENING
                + "#! expect no anomaly at repeatable-read on h2, postgresql, mariadb\n"
                + "#! expect anomaly lost-update at repeatable-read on mysql\n"
                + "#! expect anomaly at read-committed\n"
                + COUNTER,
            engine);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).as(printed.out()).isZero();
    assertThat(printed.out())
        .contains(
            (engine.name().equals("mysql") ? "lost update" : "no anomaly") + " at REPEATABLE READ",
            "\nanomaly at READ COMMITTED on %s: holds\n".formatted(engine.title()));
  }

  @Test
  @DisplayName("does not hold: exit status 1, and the counterexample")
  void fails() throws IOException {
    Printed printed =
        explore(
            OPENING + "#! expect no anomaly at read-committed, serializable\n" + COUNTER,
            "--level",
            "read-committed");
    assertThat(printed.status()).isEqualTo(1);
    assertThat(printed.out())
        .endsWith(
            """
            no anomaly at READ COMMITTED on H2: DOES NOT HOLD, 18 of 20 interleavings are anomalous

            s1                                       s2
            ---------------------------------------  ---------------------------------------
            SELECT v FROM t WHERE id = 1
              = 10
                                                     SELECT v FROM t WHERE id = 1
                                                       = 10
                                                     UPDATE t SET v = 10 + 1 WHERE id = 1
                                                       = 1 row
                                                     COMMIT
            UPDATE t SET v = 10 + 1 WHERE id = 1
              = 1 row
            COMMIT

            lost update: the tables are as if one that committed had not run

            """);
    Printed other = explore(OPENING + "#! expect anomaly write-skew at read-committed\n" + COUNTER);
    assertThat(other.status()).isEqualTo(1);
    assertThat(other.out())
        .endsWith(
            "write skew at READ COMMITTED on H2: DOES NOT HOLD, none of 20 interleavings shows it\n");
    Printed nothing =
        explore(OPENING + "#! expect no anomaly at read-committed on mysql\n" + COUNTER);
    assertThat(nothing.status()).isZero();
    assertThat(nothing.out()).endsWith("\nNothing that the file expects is for what was run.\n");
  }

  @ParameterizedTest
  @DisplayName("that cannot be read names its place")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "expect none | 2:1: expected '#! expect no anomaly at repeatable-read on mysql', or",
        "expect no anomaly at | 2:1: expected '#! expect no anomaly",
        "expect no anomaly lost-updat at read-committed | 2:1: there is no kind of anomaly 'lost-updat'; there are dirty-read, lost-update,",
        "expect no anomaly at strong | 2:1: there is no level 'strong'; there are read-uncommitted,",
        "expect no anomaly at snapshot on oracle | 2:1: there is no engine 'oracle'; there are h2,"
      })
  void refused(String expectation, String message) throws IOException {
    Printed printed = explore(OPENING + "#! " + expectation + "\n" + COUNTER);
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("isolation-levels/explore: %s:%s".formatted(path(), message));
    assertThat(printed.err().lines()).hasSize(1);
  }

  private Path path() {
    return folder.resolve("counter.spec");
  }

  @Test
  @DisplayName("counts in no file that does not say that it has additions")
  void unheard() throws IOException {
    assertThat(
            explore("session s step a { SELECT 1 }\n#! expect no anomaly at serializable\n").err())
        .isEqualTo(
            "isolation-levels/explore: %s:2:1: '#! expect' needs '#! isolation-levels' as the first line of the file\n"
                .formatted(path()));
  }

  @Test
  @DisplayName("is written as JSON")
  void json() throws IOException {
    Printed printed =
        explore(OPENING + "#! expect no anomaly at read-committed\n" + COUNTER, "--json");
    assertThat(printed.status()).isEqualTo(1);
    JsonNode report = JsonMapper.shared().readTree(printed.out());
    assertThat(report.get("holds").asBoolean()).isFalse();
    JsonNode engine = report.get("engines").get(0);
    JsonNode level = engine.get("levels").get(1);
    assertThat(level.get("level").asString()).isEqualTo("read-committed");
    assertThat(level.get("anomalous").asInt()).isEqualTo(18);
    assertThat(level.get("kinds").get("lost-update").asInt()).isEqualTo(18);
    assertThat(level.get("least").get("permutation").asString())
        .isEqualTo("r1 r2 \"w 2\" c2 w1 c1");
    assertThat(engine.get("expectations").get(0).get("line").asInt()).isEqualTo(2);
  }

  /// The attributes that surefire-test-report.xsd, of Maven Surefire, requires.
  @Test
  @DisplayName("is written as tests in Surefire's XML")
  void junit() throws Exception {
    Path xml = folder.resolve("report.xml");
    explore(
        OPENING
            + "#! expect no anomaly at read-committed, serializable\n"
            + COUNTER.replace("INSERT", "-- \u0001 <&>\nINSERT"),
        "--junit-xml",
        xml.toString());
    Element suite =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(Files.readString(xml))))
            .getDocumentElement();
    assertThat(suite.getTagName()).isEqualTo("testsuite");
    assertThat(
            List.of("name", "tests", "errors", "skipped", "failures").stream()
                .map(suite::getAttribute))
        .containsExactly("counter", "2", "0", "0", "1");
    NodeList tests = suite.getElementsByTagName("testcase");
    assertThat(IntStream.range(0, 2).mapToObj(i -> ((Element) tests.item(i)).getAttribute("name")))
        .containsExactly("no anomaly at READ COMMITTED on H2", "no anomaly at SERIALIZABLE on H2");
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("anomaly");
    assertThat(failure.getAttribute("message")).isEqualTo("18 of 20 interleavings are anomalous");
    assertThat(failure.getTextContent()).contains("UPDATE t SET v = 10 + 1 WHERE id = 1");
    assertThat(explore(OPENING + COUNTER, "--junit-xml", xml.toString()).err())
        .contains("--junit-xml: ", " expects nothing of what was run");
  }

  @Test
  @DisplayName("goes on as a timeline, by the command line that explore prints")
  void timeline() throws IOException {
    String printed = explore(OPENING + COUNTER).out();
    assertThat(printed)
        .endsWith(
            "\nAs a timeline:\n  ./workbook run isolation-levels/timeline %s --level read-committed --permutation 'r1 r2 \"w 2\" c2 w1 c1'\n"
                .formatted(path()));
    Printed timeline =
        Printed.by(
            new Timeline(),
            arguments(
                OPENING + COUNTER,
                "--level",
                "read-committed",
                "--permutation",
                "r1 r2 \"w 2\" c2 w1 c1"));
    assertThat(timeline.status()).as("%s", timeline).isZero();
    assertThat(timeline.out())
        .contains("  read  r1 10 | r2 10\n  left  t (1, 11)\n", "\nANOMALY: ");
  }

  /// Both add 1 to 10: 12 is left by every serial order, 11 where an update is lost.
  @Test
  @DisplayName("and the timeline leaves out what explore has left out")
  void compared() throws IOException {
    String out = explore(OPENING + COUNTER, "--invariant", "SELECT v > 11 FROM t").out();
    assertThat(out)
        .endsWith(
            " --level read-committed --invariant 'SELECT v > 11 FROM t' --permutation 'r1 r2 \"w 2\" c2 w1 c1'\n");
    assertThat(
            explore(
                    OPENING + "#! expect no anomaly at read-committed\n" + COUNTER,
                    "--leave-out",
                    "v")
                .out())
        .endsWith("no anomaly at READ COMMITTED on H2: holds\n");
  }

  @Test
  @DisplayName("is refused at a level that would not be in force")
  void ownLevels() throws IOException {
    String own = COUNTER.replaceFirst("BEGIN;", "SET TRANSACTION ISOLATION LEVEL SERIALIZABLE;");
    Printed printed = explore(OPENING + "#! expect no anomaly at serializable\n" + own);
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .isEqualTo(
            "isolation-levels/explore: %s:2:1: the specification sets levels of its own, and SERIALIZABLE would not be in force: s1 SERIALIZABLE; leave out the levels or what is expected\n"
                .formatted(path()));
  }

  @ParameterizedTest
  @MethodSource("engines")
  @Tag("engines")
  @DisplayName("levels that the file sets are said in JSON, and left to it in the timeline")
  void inForce(Engine engine) throws IOException {
    String begin =
        engine.name().equals("postgresql")
            ? "BEGIN ISOLATION LEVEL READ COMMITTED;"
            : "%s READ COMMITTED; BEGIN;"
                .formatted(
                    engine.name().equals("h2")
                        ? "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL"
                        : "SET SESSION TRANSACTION ISOLATION LEVEL");
    String own = OPENING + COUNTER.replace("BEGIN;", begin);
    String out = explore(own, engine).out();
    assertThat(out)
        .containsPattern("\nas the file says +18 +0 +2 +r1 r2 \"w 2\" c2 w1 c1\n")
        .contains("\nin force: s1 READ COMMITTED, s2 READ COMMITTED\n")
        .endsWith(" --permutation 'r1 r2 \"w 2\" c2 w1 c1'\n")
        .doesNotContain("--level");
    JsonNode level =
        JsonMapper.shared()
            .readTree(explore(own, engine, "--json").out())
            .get("engines")
            .get(0)
            .get("levels")
            .get(0);
    assertThat(level.get("level").isNull()).isTrue();
    assertThat(level.get("inForce").asString()).isEqualTo("s1 READ COMMITTED, s2 READ COMMITTED");
    assertThat(level.get("kinds").get("lost-update").asInt()).isEqualTo(18);
  }

  @ParameterizedTest
  @DisplayName("a permutation that is none of the file's is refused in one line")
  @CsvSource(
      delimiter = '|',
      value = {
        "r1 x | there is no step 'x'; there are r1, w1, c1, r2, w 2, c2",
        "r1 r1 | 'r1' is named twice",
        "w1 r1 | 'w1' comes before 'r1'; s1 runs its steps in the order of the file",
        "'' | no step is named"
      })
  void permutation(String permutation, String message) throws IOException {
    assertThat(
            Printed.by(new Timeline(), arguments(OPENING + COUNTER, "--permutation", permutation))
                .err())
        .isEqualTo("isolation-levels/timeline: --permutation: %s\n".formatted(message));
  }
}
