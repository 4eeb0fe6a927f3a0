package workbook.raceconditions;

import java.sql.Connection;
import java.sql.SQLException;

/// One way to take money from an account.
@FunctionalInterface
public interface Withdrawal {

  /// Takes the money from the account and notes it in the ledger.
  ///
  /// @param connection a connection of the caller's own, in autocommit mode, and left so
  /// @return whether the money may be handed out; `false` if the account holds too little
  /// @throws SQLException if the database refused: nothing was taken, unless the connection was
  ///   lost
  boolean withdraw(Connection connection, Request request) throws SQLException;
}
