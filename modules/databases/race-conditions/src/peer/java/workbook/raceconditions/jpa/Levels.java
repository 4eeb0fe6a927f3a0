package workbook.raceconditions.jpa;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/// The isolation level of a transaction, as H2 says.
public class Levels {

  private final JdbcClient jdbc;

  Levels(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional
  public String byDefault() {
    return level();
  }

  @Transactional(isolation = Isolation.SERIALIZABLE)
  public String serializable() {
    return level();
  }

  private String level() {
    return jdbc.sql(
            "select isolation_level from information_schema.sessions where session_id = session_id()")
        .query(String.class)
        .single();
  }
}
