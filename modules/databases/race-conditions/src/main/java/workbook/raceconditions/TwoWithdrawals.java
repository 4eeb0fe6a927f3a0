package workbook.raceconditions;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Main;
import workbook.engine.Sandbox;
import workbook.engine.Server;

/// Two customers, A and B, and an account that has money for one of them. A is held right before
/// the first `UPDATE` until B has come as far, or waits for a lock; then A goes on, and then B.
@Command(
    name = "two-withdrawals",
    mixinStandardHelpOptions = true,
    description = "Two customers want the same money; every statement, in the order it happened.")
public final class TwoWithdrawals implements Callable<Integer> {

  @Spec private CommandSpec spec;
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
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    return Main.run(new TwoWithdrawals(), out, err, args);
  }

  @Override
  public Integer call() throws InterruptedException {
    Form chosen = Form.of(form);
    Level both = Level.of(level);
    List<Server> servers = engines.start();
    try {
      for (Server server : servers) {
        print(server, both, chosen);
      }
      return 0;
    } catch (SQLException e) {
      throw new EngineException(e.getMessage().lines().findFirst().orElse(""), e);
    } finally {
      servers.forEach(Server::close);
    }
  }

  private void print(Server server, Level level, Form form)
      throws SQLException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
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
