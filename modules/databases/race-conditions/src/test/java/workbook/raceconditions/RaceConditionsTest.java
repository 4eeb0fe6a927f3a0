package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Printed;

@DisplayName("./workbook run race-conditions")
class RaceConditionsTest {

  private String out;
  private String err;

  @Test
  @DisplayName("two customers, one round, money for one: the undefended forms pay both")
  void one() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict")).isZero();
    assertThat(out)
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
    assertThat(err).isEmpty();
  }

  @Test
  @DisplayName("two customers with the same request: what does not know requests pays twice")
  void same() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict", "--same-request")).isZero();
    assertThat(out)
        .contains("1 round of 2 customers with the same request, 20 in the account")
        .contains("single-update           1     0        1       0  does not hold")
        .contains("idempotent              1     0        0       0  holds");
  }

  @Test
  @DisplayName("at REPEATABLE READ the transaction alone fails instead of losing")
  void level() {
    assertThat(run("--threads", "2", "--rounds", "1", "--verdict", "--level", "repeatable-read"))
        .isZero();
    assertThat(out)
        .contains("H2 at REPEATABLE READ")
        .contains("transaction-only        1     0        0       1  holds, with errors");
  }

  @Test
  @DisplayName("only the forms that were asked for, in that order")
  void forms() {
    assertThat(run("--threads", "2", "--rounds", "1", "--form", "optimistic,no-transaction"))
        .isZero();
    assertThat(out.lines().skip(3).map(line -> line.substring(0, 15).strip()))
        .containsExactly("optimistic", "no-transaction");
  }

  @Test
  @DisplayName("with numbers of retries and of withdrawals in a second")
  void numbers() {
    assertThat(run("--threads", "2", "--rounds", "1")).isZero();
    // Both read version 0, one of them writes; the other begins again once.
    assertThat(out)
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
        "--threads | 1 | --threads must be a whole number from 2 to 100, and was '1'",
        "--threads | 101 | --threads must be a whole number from 2 to 100, and was '101'",
        "--rounds | 0 | --rounds must be a whole number from 1 to 1000, and was '0'",
        "--rounds | 1001 | --rounds must be a whole number from 1 to 1000, and was '1001'",
        "--rounds | x | --rounds must be a whole number, and was 'x'",
        "--engine | oracle | there is no engine 'oracle'; there are h2, mysql, mariadb, postgresql",
        "--level | high | there is no level 'high'; there are read-uncommitted, read-committed,"
            + " repeatable-read, snapshot, serializable",
        "--form | hopeful | there is no form 'hopeful'; there are no-transaction, transaction-only,"
            + " lock-in-autocommit, pessimistic, optimistic, single-update, at-serializable,"
            + " idempotent",
      })
  @DisplayName("refuses what is wrong in one line, with status 2")
  void refused(String option, String value, String line) {
    assertThat(run(option, value)).isEqualTo(2);
    assertThat(err).isEqualTo("race-conditions: " + line + "\n");
    assertThat(out).isEmpty();
  }

  private int run(String... arguments) {
    Printed printed = Printed.by(new RaceConditions(), arguments);
    out = printed.out();
    err = printed.err();
    return printed.status();
  }
}
