package workbook.engine;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// MariaDB, with InnoDB.
final class MariaDb extends InnoDb {

  private static final String MARK = "workbook sandbox";

  @Override
  public String name() {
    return "mariadb";
  }

  @Override
  public String title() {
    return "MariaDB";
  }

  @Override
  public void create(Connection control, String place) throws SQLException {
    Sql.execute(control, "CREATE DATABASE %s COMMENT '%s'".formatted(place, MARK));
  }

  @Override
  public List<String> left(Connection control) throws SQLException {
    List<String> left = new ArrayList<>(super.left(control));
    left.retainAll(
        Sql.texts(
            control,
            "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_COMMENT = '%s'"
                .formatted(MARK)));
    return left;
  }

  /// All transactions that have written nothing are number 0 here. Of those, one that waits is
  /// taken for a waiter and the others for holders.
  ///
  /// Who holds a metadata lock the server does not say, unless a plugin is loaded; only that a
  /// session waits for one. The sessions in a transaction are taken for its holders, and if there
  /// are none, those that are idle, in the same database. Who holds a lock of `GET_LOCK` can be
  /// asked by its name, which stands in the statement.
  @Override
  public List<Wait> waits(Connection control) throws SQLException {
    return Sql.waits(
        control,
        """
        SELECT w.trx_mysql_thread_id, h.trx_mysql_thread_id FROM information_schema.innodb_lock_waits l
        JOIN information_schema.innodb_trx w
          ON w.trx_id = l.requesting_trx_id AND w.trx_state = 'LOCK WAIT'
        JOIN information_schema.innodb_trx h
          ON h.trx_id = l.blocking_trx_id AND (h.trx_id <> 0 OR h.trx_state <> 'LOCK WAIT')
        UNION
        SELECT w.ID, h.ID FROM information_schema.PROCESSLIST w
        JOIN information_schema.PROCESSLIST h ON h.ID <> w.ID AND h.DB <=> w.DB AND h.ID <> CONNECTION_ID()
        WHERE w.STATE LIKE 'Waiting for % lock' AND h.STATE NOT LIKE 'Waiting for % lock'
          AND (h.ID IN (SELECT trx_mysql_thread_id FROM information_schema.innodb_trx)
            OR h.COMMAND = 'Sleep' AND NOT EXISTS (
              SELECT 1 FROM information_schema.innodb_trx t JOIN information_schema.PROCESSLIST o
                ON o.ID = t.trx_mysql_thread_id
              WHERE o.ID <> w.ID AND o.DB <=> w.DB))
        UNION
        SELECT ID, IS_USED_LOCK(REGEXP_SUBSTR(INFO, '(?i)\\\\bGET_LOCK\\\\s*\\\\(\\\\s*[\\'"]\\\\K[^\\'"]+'))
        FROM information_schema.PROCESSLIST
        WHERE STATE = 'User lock' AND INFO REGEXP '(?i)\\\\bGET_LOCK\\\\s*\\\\(\\\\s*[\\'"][^\\'"]'
        """);
  }

  /// InnoDB renews these tables when they are read, unless they were read within the last 100 ms:
  /// whoever asks more often puts that off for ever.
  @Override
  public Duration waitsInterval() {
    return Duration.ofMillis(110);
  }

  @Override
  public boolean waitsNeedRest() {
    return true;
  }

  @Override
  public String waitsPrivilege() {
    return "GRANT PROCESS ON *.* TO …";
  }

  @Override
  public Driver driver() throws SQLException {
    return new org.mariadb.jdbc.Driver();
  }
}
