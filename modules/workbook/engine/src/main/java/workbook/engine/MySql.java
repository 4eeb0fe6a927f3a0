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

  /// The lock of a row that was inserted is made by who waits for it, and carries the waiter's
  /// thread. Its transaction is known by the lock that it has on the table itself.
  ///
  /// Locks of no schema, as those of `GET_LOCK` and `FLUSH TABLES WITH READ LOCK`, have null for
  /// it. Intentions exclude no other intention.
  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        """
        SELECT w.PROCESSLIST_ID, h.PROCESSLIST_ID FROM performance_schema.data_lock_waits l
        JOIN performance_schema.threads w ON w.THREAD_ID = l.REQUESTING_THREAD_ID
        JOIN performance_schema.data_locks b
          ON b.ENGINE_TRANSACTION_ID = l.BLOCKING_ENGINE_TRANSACTION_ID AND b.LOCK_TYPE = 'TABLE'
        JOIN performance_schema.threads h ON h.THREAD_ID = b.THREAD_ID
        UNION
        SELECT w.PROCESSLIST_ID, h.PROCESSLIST_ID FROM performance_schema.metadata_locks p
        JOIN performance_schema.metadata_locks g
          ON g.OBJECT_TYPE = p.OBJECT_TYPE AND g.OBJECT_SCHEMA <=> p.OBJECT_SCHEMA AND g.OBJECT_NAME <=> p.OBJECT_NAME
        JOIN performance_schema.threads w ON w.THREAD_ID = p.OWNER_THREAD_ID
        JOIN performance_schema.threads h ON h.THREAD_ID = g.OWNER_THREAD_ID
        WHERE p.LOCK_STATUS = 'PENDING' AND g.LOCK_STATUS = 'GRANTED' AND w.THREAD_ID <> h.THREAD_ID
          AND (p.LOCK_TYPE <> 'INTENTION_EXCLUSIVE' OR g.LOCK_TYPE <> 'INTENTION_EXCLUSIVE')
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
