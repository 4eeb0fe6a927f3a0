package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.isolationlevels.run.Transactions.Transaction;
import workbook.isolationlevels.spec.Parser;

@DisplayName("The transactions of a session")
class TransactionsTest {

  private static List<Transaction> of(String text) {
    return new Transactions(Parser.parse("t.spec", text, "h2")).all();
  }

  @Test
  @DisplayName("go from BEGIN to COMMIT or ROLLBACK; outside of them a step is one by itself")
  void parts() {
    List<Transaction> all =
        of(
            """
            session s
            setup { BEGIN; }
            step a { SELECT 1; }
            step b { ROLLBACK TO x; }
            step c { COMMIT; }
            step d { SELECT 2; }
            step e { start transaction; }
            step f { rollback; }
            session t
            step g { BEGIN; SELECT 1; END; }
            """);
    assertThat(all).extracting(Transaction::toString).containsExactly("s", "s#2", "s#3", "t");
    assertThat(all)
        .extracting(transaction -> transaction.steps().size())
        .containsExactly(3, 1, 2, 1);
    assertThat(all).extracting(Transaction::rolledBack).containsExactly(false, false, true, false);
  }

  @Test
  @DisplayName("that a session leaves open end as its teardown says, else they are rolled back")
  void open() {
    String session = "session s setup { BEGIN; } step a { SELECT 1; } ";
    assertThat(of(session)).extracting(Transaction::rolledBack).containsExactly(true);
    assertThat(of(session + "teardown { COMMIT; }"))
        .extracting(Transaction::rolledBack)
        .containsExactly(false);
    assertThat(of(session + "teardown { ABORT; }"))
        .extracting(Transaction::rolledBack)
        .containsExactly(true);
  }

  @ParameterizedTest
  @CsvSource({
    "COMMIT,true",
    "UPDATE t SET v = 2; rollback work,true",
    "COMMIT; SELECT v FROM t,false",
    "COMMIT AND CHAIN,false",
    "ROLLBACK TRANSACTION TO p,false",
    "UPDATE t SET v = 2,false"
  })
  @DisplayName("end with a text whose last statement is COMMIT or ROLLBACK, and no other")
  void ends(String sql, boolean ends) {
    assertThat(Transactions.ends(sql)).isEqualTo(ends);
  }
}
