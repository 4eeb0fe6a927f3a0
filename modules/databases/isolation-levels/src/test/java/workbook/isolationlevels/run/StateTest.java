package workbook.isolationlevels.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What the tables of a place hold")
class StateTest {

  /// For JDBC `A_B` is a pattern, and `AXB` fits it.
  @Test
  @DisplayName("is not what those of a place with a similar name hold")
  void similar() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA A_B");
      statement.execute("CREATE SCHEMA AXB");
      statement.execute("CREATE TABLE A_B.MINE (ID INT)");
      statement.execute("CREATE TABLE AXB.OTHERS (ID INT)");
      connection.setSchema("A_B");
      assertThat(State.names(connection)).containsExactly("MINE");
    }
  }
}
