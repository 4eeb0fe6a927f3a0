package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;

/// An H2 of its own for one test.
final class H2Bank implements AutoCloseable {

  private final Server server = Server.start(Engine.named("h2"));

  /// A place without tables.
  Sandbox sandbox() {
    return server.sandbox();
  }

  /// What an attack at READ COMMITTED does to a form.
  Outcome attack(Withdrawal form, Plan plan) throws SQLException, InterruptedException {
    try (Sandbox sandbox = sandbox()) {
      return new Attack(sandbox, Level.READ_COMMITTED, plan).run(form);
    }
  }

  /// A place with the tables, and so much money in the account.
  Sandbox open(int balance) throws SQLException {
    Sandbox sandbox = sandbox();
    Connection control = sandbox.control();
    Bank.create(control);
    Bank.open(control, balance);
    return sandbox;
  }

  @Override
  public void close() {
    server.close();
  }
}
