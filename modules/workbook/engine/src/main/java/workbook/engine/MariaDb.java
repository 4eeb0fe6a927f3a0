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
        """);
  }

  /// InnoDB renews these tables when they are read, unless they were read within the last 100 ms:
  /// whoever asks more often puts that off for ever.
  @Override
  public Duration waitsInterval() {
    return Duration.ofMillis(110);
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
