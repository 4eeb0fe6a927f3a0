package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("./workbook run race-conditions")
class RaceConditionsTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("two customers, one round, money for one: the undefended forms pay both")
  void one() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict")).isZero();
    assertThat(text(out))
        .isEqualTo(
            """
            H2 at READ COMMITTED: 1 round of 2 customers, 10 in the account, 10 for each

            form                 paid  lost  doubled  failed  verdict
            no-transaction          2     1        0       0  does not hold
            transaction-only        2     1        0       0  does not hold
            lock-in-autocommit      2     1        0       0  does not hold
            pessimistic             1     0        0       0  holds
            optimistic              1     0        0       0  holds
            single-update           1     0        0       0  holds
            at-serializable         1     0        0       0  holds
            idempotent              1     0        0       0  holds
            """);
    assertThat(text(err)).isEmpty();
  }

  @Test
  @DisplayName("two customers with the same request: what does not know requests pays twice")
  void same() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict", "--same-request")).isZero();
    assertThat(text(out))
        .contains("1 round of 2 customers with the same request, 20 in the account")
        .contains("single-update           1     0        1       0  does not hold")
        .contains("idempotent              1     0        0       0  holds");
  }

  @Test
  @DisplayName("at REPEATABLE READ the transaction alone fails instead of losing")
  void level() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict", "--level", "repeatable-read"))
        .isZero();
    assertThat(text(out))
        .contains("H2 at REPEATABLE READ")
        .contains("transaction-only        1     0        0       1  holds, with errors");
  }

  @Test
  @DisplayName("only the forms that were asked for, in that order")
  void forms() {
    assertThat(run("--threads", "2", "--rounds", "1", "--form", "optimistic,no-transaction"))
        .isZero();
    assertThat(text(out).lines().skip(3).map(line -> line.substring(0, 15).strip()))
        .containsExactly("optimistic", "no-transaction");
  }

  @Test
  @DisplayName("with numbers of retries and of withdrawals in a second")
  void numbers() {
    assertThat(run("--threads", "2", "--rounds", "1")).isZero();
    // Both read version 0, one of them writes; the other begins again once.
    assertThat(text(out))
        .contains("form                 paid  lost  doubled  failed  retries  per second")
        .containsPattern("optimistic              1     0        0       0        1 +[1-9][0-9]*\n")
        .containsPattern(
            "single-update           1     0        0       0        0 +[1-9][0-9]*\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--threads | 1 | --threads must be from 2 to 100, and was 1",
        "--threads | 101 | --threads must be from 2 to 100, and was 101",
        "--rounds | 0 | --rounds must be from 1 to 1000, and was 0",
        "--rounds | 1001 | --rounds must be from 1 to 1000, and was 1001",
        "--rounds | x | Invalid value for option '--rounds': 'x' is not an int",
        "--engine | oracle | there is no engine 'oracle'; there are h2, mysql, mariadb, postgresql",
        "--level | high | there is no level 'high'; there are read-uncommitted, read-committed,"
            + " repeatable-read, snapshot, serializable",
        "--form | hopeful | there is no form 'hopeful'; there are no-transaction, transaction-only,"
            + " lock-in-autocommit, pessimistic, optimistic, single-update, at-serializable,"
            + " idempotent",
        "--url | jdbc:h2:tcp://localhost:1/x | jdbc:h2:tcp://localhost:1/x is not reachable:"
            + " Connection is broken: \"java.net.ConnectException: Connection refused:"
            + " localhost:1\" [90067-252]",
      })
  @DisplayName("refuses what is wrong in one line, with status 2")
  void refused(String option, String value, String line) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(text(err)).isEqualTo("race-conditions: " + line + "\n");
    assertThat(text(out)).isEmpty();
  }

  private int run(String... arguments) {
    return RaceConditions.run(new PrintStream(out, true), new PrintStream(err, true), arguments);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
