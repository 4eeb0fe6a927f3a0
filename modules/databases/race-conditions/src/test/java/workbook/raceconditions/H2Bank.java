package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import workbook.engine.Engine;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;

/// An H2 of its own for one test.
final class H2Bank implements AutoCloseable {

  private final Server server = Server.start(Engine.named("h2"));
  private final List<Sandbox> sandboxes = new ArrayList<>();

  /// A place without tables. It is closed with this bank at the latest.
  Sandbox sandbox() {
    Sandbox sandbox = server.sandbox();
    sandboxes.add(sandbox);
    return sandbox;
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
    sandboxes.forEach(Sandbox::close);
    server.close();
  }
}
