package workbook.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The names of the tables in a schema")
class TableNamesTest {

  /// For JDBC `A_B` is a pattern, and `AXB` fits it.
  @Test
  @DisplayName("are not those in a schema with a similar name")
  void similar() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA A_B");
      statement.execute("CREATE SCHEMA AXB");
      statement.execute("CREATE TABLE A_B.MINE (ID INT)");
      statement.execute("CREATE TABLE AXB.OTHERS (ID INT)");
      connection.setSchema("A_B");
      assertThat(TableNames.of(connection)).containsExactly("MINE");
    }
  }

  @Test
  @DisplayName("are shown in lower case, unless only the case tells two of them apart")
  void cases() {
    List<String> names = List.of("Orders", "T", "t");
    assertThat(names.stream().map(name -> TableNames.shown(name, names)))
        .containsExactly("orders", "T", "t");
  }
}
