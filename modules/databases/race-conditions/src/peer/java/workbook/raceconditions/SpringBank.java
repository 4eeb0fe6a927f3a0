package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.raceconditions.jpa.SessionDataSource;

/// The bank with 10 in the account, and customers of methods of Spring's services.
final class SpringBank implements AutoCloseable {

  private static final int OPENING = 10;
  private static final Request FIRST = new Request(1, Bank.ACCOUNT, OPENING);
  private static final Request SECOND = new Request(2, Bank.ACCOUNT, OPENING);

  /// A method of a service.
  @FunctionalInterface
  interface Method {
    boolean withdraw(Request request) throws Exception;
  }

  /// @param text the statements, and what came of them
  record Result(String text, String first, String second, Bank.Books books) {}

  private final H2Bank bank = new H2Bank();
  private final Sandbox sandbox;

  SpringBank() throws SQLException {
    sandbox = bank.open(OPENING);
  }

  Connection session() throws SQLException {
    return sandbox.session();
  }

  Bank.Books books() throws SQLException {
    return Bank.books(sandbox.control());
  }

  /// One customer wants all there is.
  ///
  /// @param transcript what is told to the database
  boolean withdraw(Method method, Transcript transcript) throws Exception {
    Connection watched = Watched.connection(session(), transcript.of(""));
    return SessionDataSource.on(watched, () -> method.withdraw(FIRST));
  }

  /// Two customers want all there is, at READ COMMITTED; see [Duel].
  Result duel(Method first, Method second) throws SQLException, InterruptedException {
    Transcript transcript = new Transcript();
    List<String> answers =
        Duel.run(
            sandbox,
            Level.READ_COMMITTED,
            form(request -> (request.equals(FIRST) ? first : second).withdraw(request)),
            FIRST,
            SECOND,
            transcript);
    String text =
        "%s\n\nA: %s. B: %s. In the account: %d. In the ledger: %d.\n"
            .formatted(
                String.join("\n", transcript.lines()),
                answers.get(0),
                answers.get(1),
                books().balance(),
                books().withdrawn());
    return new Result(text, answers.get(0), answers.get(1), books());
  }

  /// Eight customers at once, again and again.
  Outcome attack(Method method, Plan plan) throws SQLException, InterruptedException {
    return bank.attack(form(method), plan);
  }

  private static Withdrawal form(Method method) {
    return (connection, request) -> {
      try {
        return SessionDataSource.on(connection, () -> method.withdraw(request));
      } catch (Exception e) {
        // The name stands where a duel looks for what it prints.
        throw new SQLException(e.getMessage(), e.getClass().getSimpleName(), e);
      }
    };
  }

  @Override
  public void close() {
    bank.close();
  }
}
