package workbook.isolationtest;

import java.sql.Connection;

/// What a session does.
@FunctionalInterface
public interface Work {

  /// Does it. What it reads and decides must depend on the database alone: it is run again and
  /// again, in other interleavings.
  ///
  /// @return what the caller learns of it, or null; of two runs it is compared as text
  Object in(Connection connection) throws Exception;
}
