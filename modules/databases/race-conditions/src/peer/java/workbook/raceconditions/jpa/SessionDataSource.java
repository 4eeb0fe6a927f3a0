package workbook.raceconditions.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Gives Spring the connection of the customer who calls, which stays open.
public final class SessionDataSource extends AbstractDataSource {

  private static final ScopedValue<Connection> SESSION = ScopedValue.newInstance();

  /// Calls what uses Spring, on a connection.
  public static <T, E extends Exception> T on(Connection session, ScopedValue.CallableOp<T, E> call)
      throws E {
    return ScopedValue.where(SESSION, session).call(call);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return new SingleConnectionDataSource(SESSION.get(), true).getConnection();
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }
}
