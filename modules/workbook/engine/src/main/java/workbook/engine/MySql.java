package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.List;

/// MySQL, with InnoDB.
final class MySql extends InnoDb {

  @Override
  public String name() {
    return "mysql";
  }

  @Override
  public String title() {
    return "MySQL";
  }

  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        """
        SELECT w.PROCESSLIST_ID, h.PROCESSLIST_ID FROM performance_schema.data_lock_waits l
        JOIN performance_schema.threads w ON w.THREAD_ID = l.REQUESTING_THREAD_ID
        JOIN performance_schema.threads h ON h.THREAD_ID = l.BLOCKING_THREAD_ID
        UNION
        SELECT w.PROCESSLIST_ID, h.PROCESSLIST_ID FROM performance_schema.metadata_locks p
        JOIN performance_schema.metadata_locks g USING (OBJECT_TYPE, OBJECT_SCHEMA, OBJECT_NAME)
        JOIN performance_schema.threads w ON w.THREAD_ID = p.OWNER_THREAD_ID
        JOIN performance_schema.threads h ON h.THREAD_ID = g.OWNER_THREAD_ID
        WHERE p.LOCK_STATUS = 'PENDING' AND g.LOCK_STATUS = 'GRANTED' AND w.THREAD_ID <> h.THREAD_ID
        """);
  }

  @Override
  public String waitsPrivilege() {
    return "GRANT SELECT ON performance_schema.* TO …";
  }

  @Override
  public Driver driver() throws SQLException {
    return new com.mysql.cj.jdbc.Driver();
  }
}
