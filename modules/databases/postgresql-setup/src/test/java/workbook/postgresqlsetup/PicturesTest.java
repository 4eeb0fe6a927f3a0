package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Committed;

@DisplayName("The picture of the four doors")
class PicturesTest {

  @Test
  @DisplayName("is what the code draws")
  void doors() throws IOException {
    Committed.assertSame(
        Path.of("pictures", "doors.svg"), DoorsPicture.draw(DoorsPicture.Words.ENGLISH));
    Committed.assertSame(
        Path.of("pictures", "doors.zh-CN.svg"), DoorsPicture.draw(DoorsPicture.Words.CHINESE));
  }

  @Test
  @DisplayName("shows the states that pgjdbc gives at each door")
  void states() throws IOException {
    Cluster cluster = TestServer.running();
    String svg = DoorsPicture.draw(DoorsPicture.Words.ENGLISH);
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertThat(svg).contains(state("127.0.0.1:" + free + "/postgres", "pencil") + "  connection");
    // 127.0.0.2 is the same machine; the rules that initdb writes know 127.0.0.1 alone.
    assertThat(svg)
        .contains(
            state(
                    "127.0.0.1:" + cluster.port() + "/postgres?localSocketAddress=127.0.0.2",
                    "pencil")
                + "  no pg_hba");
    assertThat(svg).contains(state("127.0.0.1:" + cluster.port() + "/postgres", "no") + "  auth");
    assertThat(svg).contains(state("127.0.0.1:" + cluster.port() + "/nope", "pencil") + "  does");
  }

  private static String state(String target, String password) {
    try (Connection connection =
        DriverManager.getConnection("jdbc:postgresql://" + target, "postgres", password)) {
      return "let in: " + connection;
    } catch (SQLException e) {
      return e.getSQLState();
    }
  }
}
