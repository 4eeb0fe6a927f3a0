package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What pgjdbc sends to a server that only took the real one's address")
class DriverTest {

  @Test
  @DisplayName("the password in clear text, as it is set up by default")
  void clearText() throws IOException {
    assertThat(sent("")).isEqualTo("pencil");
  }

  @Test
  @DisplayName("nothing with requireAuth=scram-sha-256")
  void required() throws IOException {
    assertThat(sent("&requireAuth=scram-sha-256")).isEmpty();
  }

  /// What the driver sends when it is asked for the password in clear text.
  private static String sent(String parameters) throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      CompletableFuture<String> sent = new CompletableFuture<>();
      Thread server = Thread.ofVirtual().start(() -> serve(listening, sent));
      String url =
          "jdbc:postgresql://127.0.0.1:%d/postgres?sslmode=disable&gssEncMode=disable%s"
              .formatted(listening.getLocalPort(), parameters);
      try {
        DriverManager.getConnection(url, "alice", "pencil").close();
      } catch (SQLException e) {
        // It refuses what was asked, or the server has hung up; but it was there.
        assertThat(e.getMessage()).doesNotContain("Connection to 127.0.0.1");
      }
      String password = sent.join();
      server.join();
      return password;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void serve(ServerSocket listening, CompletableFuture<String> sent) {
    try (Socket client = listening.accept();
        Wire wire = new Wire(client, client.getInputStream(), client.getOutputStream())) {
      wire.receiveStartUp();
      wire.send('R', ByteBuffer.allocate(4).putInt(3).array());
      Message answer = wire.receive();
      sent.complete(
          answer.type() == 'p'
              ? new String(answer.body(), StandardCharsets.UTF_8).replace("\0", "")
              : "");
    } catch (IOException | Distrust _) {
      // The driver has hung up.
      sent.complete("");
    }
  }
}
