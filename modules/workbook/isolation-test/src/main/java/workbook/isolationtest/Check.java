package workbook.isolationtest;

import java.sql.Connection;

/// Whether something holds once all sessions have ended.
@FunctionalInterface
public interface Check {

  boolean holds(Connection connection) throws Exception;
}
