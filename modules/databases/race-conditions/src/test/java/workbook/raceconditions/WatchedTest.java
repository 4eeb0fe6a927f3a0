package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.raceconditions.Watched.Watcher;

@DisplayName("A watched connection")
class WatchedTest {

  @AutoClose private final H2Bank bank = new H2Bank();
  private final List<String> told = new ArrayList<>();
  private Connection plain;
  private Connection watched;

  @BeforeEach
  void open() throws SQLException {
    plain = bank.open(100).session();
    watched =
        Watched.connection(
            plain,
            new Watcher() {
              @Override
              public void before(String sql) throws SQLException {
                told.add("before " + sql);
                if (sql.contains("forbidden")) {
                  throw new SQLException("not this one");
                }
              }

              @Override
              public Object after(String sql, Object result) {
                told.add("after " + sql);
                return result instanceof Integer count ? count + 40 : result;
              }

              @Override
              public void failed(String sql, SQLException reason) {
                told.add("failed " + sql + ": " + reason.getErrorCode());
              }
            });
  }

  @Test
  @DisplayName(
      "tells of a prepared statement with its parameters, and passes on what the watcher makes of"
          + " it")
  void prepared() throws SQLException {
    String sql = "UPDATE account SET balance = ?, version = ? WHERE id = ?";
    try (PreparedStatement statement = watched.prepareStatement(sql)) {
      statement.setObject(1, 7);
      statement.setNull(2, Types.INTEGER);
      statement.setInt(2, 1);
      statement.setInt(3, 1);
      assertThat(statement.executeUpdate()).as("1 row, and 40").isEqualTo(41);
    }
    String filled = "UPDATE account SET balance = 7, version = 1 WHERE id = 1";
    assertThat(told).containsExactly("before " + filled, "after " + filled);
    assertThat(Bank.books(plain).balance()).isEqualTo(7);
  }

  @Test
  @DisplayName("fills in each parameter once, even where a value has a question mark in it")
  void questionMarks() throws SQLException {
    String sql = "SELECT balance FROM account WHERE 'x' <> ? AND 'y' <> ? AND id = ?";
    try (PreparedStatement statement = watched.prepareStatement(sql)) {
      statement.setString(1, "who?");
      statement.setString(2, "$1");
      statement.setInt(3, 1);
      statement.executeQuery();
    }
    String filled = "SELECT balance FROM account WHERE 'x' <> who? AND 'y' <> $1 AND id = 1";
    assertThat(told).containsExactly("before " + filled, "after " + filled);
  }

  @Test
  @DisplayName("tells of a plain statement")
  void plain() throws SQLException {
    try (Statement statement = watched.createStatement()) {
      assertThat(statement.executeUpdate("UPDATE account SET balance = 8")).isEqualTo(41);
    }
    assertThat(told)
        .containsExactly(
            "before UPDATE account SET balance = 8", "after UPDATE account SET balance = 8");
    assertThat(Bank.books(plain).balance()).isEqualTo(8);
  }

  @Test
  @DisplayName("tells of commit and rollback, and of nothing else")
  void transaction() throws SQLException {
    watched.setAutoCommit(false);
    watched.commit();
    watched.rollback();
    assertThat(told)
        .containsExactly("before COMMIT", "after COMMIT", "before ROLLBACK", "after ROLLBACK");
    assertThat(plain.getAutoCommit()).isFalse();
  }

  @Test
  @DisplayName("throws what the statement throws, and tells of it")
  void failed() {
    assertThatThrownBy(() -> Sql.update(watched, "INSERT INTO account VALUES (1, 0, 0)"))
        .isInstanceOf(SQLException.class);
    assertThat(told)
        .containsExactly(
            "before INSERT INTO account VALUES (1, 0, 0)",
            "failed INSERT INTO account VALUES (1, 0, 0): 23505");
  }

  @Test
  @DisplayName("executes nothing that the watcher throws at")
  void forbidden() throws SQLException {
    assertThatThrownBy(() -> Sql.update(watched, "UPDATE account SET balance = 0 -- forbidden"))
        .hasMessage("not this one");
    assertThat(told).hasSize(1);
    assertThat(Bank.books(plain).balance()).isEqualTo(100);
  }
}
