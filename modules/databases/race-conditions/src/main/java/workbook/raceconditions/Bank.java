package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// The tables, and what an auditor reads in them.
public final class Bank {

  /// The one account that is attacked.
  public static final int ACCOUNT = 1;

  private Bank() {}

  /// @param balance what is in the account
  /// @param withdrawn what the ledger says was taken
  public record Books(int balance, int withdrawn) {}

  /// Creates the tables.
  public static void create(Connection connection) throws SQLException {
    Sql.update(
        connection,
        "CREATE TABLE account (id INT PRIMARY KEY, balance INT NOT NULL, version INT NOT NULL)");
    Sql.update(connection, "CREATE TABLE ledger (account INT NOT NULL, amount INT NOT NULL)");
    // A number as primary key: where another inserts the same one, H2 waits. At any other unique
    // key
    // it tries again and again until then, and keeps the processor busy.
    Sql.update(connection, "CREATE TABLE request (id BIGINT PRIMARY KEY)");
  }

  /// Begins anew: nothing but one account, with so much money.
  public static void open(Connection connection, int balance) throws SQLException {
    Sql.update(connection, "DELETE FROM ledger");
    Sql.update(connection, "DELETE FROM request");
    Sql.update(connection, "DELETE FROM account");
    Sql.update(connection, "INSERT INTO account VALUES (?, ?, 0)", ACCOUNT, balance);
  }

  /// What the tables say now.
  public static Books books(Connection connection) throws SQLException {
    return new Books(
        Sql.number(connection, "SELECT balance FROM account WHERE id = ?", ACCOUNT),
        Sql.number(
            connection, "SELECT COALESCE(SUM(amount), 0) FROM ledger WHERE account = ?", ACCOUNT));
  }
}
