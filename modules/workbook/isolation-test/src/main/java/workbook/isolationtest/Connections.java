package workbook.isolationtest;

import java.sql.Connection;

/// Where connections come from: `dataSource::getConnection`, or `() ->
/// container.createConnection("")` for a container of Testcontainers.
@FunctionalInterface
public interface Connections {

  /// A new connection, which the caller closes.
  Connection open() throws Exception;
}
