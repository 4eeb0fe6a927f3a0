package workbook.raceconditions;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Two customers, A and B, and an account that has money for one of them. A is held right before
/// the first `UPDATE` until B has come as far, or waits for a lock; then A goes on, and then B.
@Command(
    name = "race-conditions/two-withdrawals",
    description = "Two customers want the same money; every statement, in the order it happened.")
public final class TwoWithdrawals implements Example {

  @Mixin private EngineOptions engines;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Isolation level of both; read-committed if not given.")
  private String level = "read-committed";

  @Parameters(
      paramLabel = "FORM",
      arity = "0..1",
      description = "How they withdraw; no-transaction if not given.")
  private String form = "no-transaction";

  static void main(String[] args) {
    Example.main(new TwoWithdrawals(), args);
  }

  @Override
  public int run(PrintStream out) {
    try {
      print(out, Level.of(level), Form.of(form));
      return 0;
    } catch (EngineException e) {
      throw new Refusal(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the middle of a withdrawal", e);
    }
  }

  private void print(PrintStream out, Level both, Form chosen) throws InterruptedException {
    List<Server> servers = engines.start();
    try {
      for (Server server : servers) {
        print(out, server, both, chosen);
      }
    } catch (SQLException e) {
      throw new EngineException(e.getMessage().lines().findFirst().orElse(""), e);
    } finally {
      servers.forEach(Server::close);
    }
  }

  private void print(PrintStream out, Server server, Level level, Form form)
      throws SQLException, InterruptedException {
    out.printf(
        "%s at %s, %s: %d in the account, and two want it%n%n",
        server.engine().title(), level.sql(), form.label(), Plan.AMOUNT);
    try (Sandbox sandbox = server.sandbox()) {
      Bank.create(sandbox.control());
      Bank.open(sandbox.control(), Plan.AMOUNT);
      Transcript transcript = new Transcript();
      Request a = new Request(1, Bank.ACCOUNT, Plan.AMOUNT);
      // The form that knows a request again gets the same one twice.
      Request b = new Request(form == Form.IDEMPOTENT ? 1 : 2, Bank.ACCOUNT, Plan.AMOUNT);
      Withdrawal withdrawal = form.withdrawal(new Retry(server.engine()), server.engine());
      List<String> answers = Duel.run(sandbox, level, withdrawal, a, b, transcript);
      transcript.lines().forEach(out::println);
      Bank.Books books = Bank.books(sandbox.control());
      out.printf(
          "%nA: %s. B: %s. In the account: %d. In the ledger: %d.%n",
          answers.get(0), answers.get(1), books.balance(), books.withdrawn());
    }
  }
}
