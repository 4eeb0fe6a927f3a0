package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The sockets between workers")
class MeshTest {

  private static final String SECRET = "c0ffee";

  private static ServerSocket listening() throws IOException {
    return new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
  }

  private static CompletableFuture<Mesh> mesh(int rank, ServerSocket own, int... ports) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new Mesh(rank, own, ports, SECRET);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        },
        work -> Thread.ofPlatform().daemon().start(work));
  }

  @Test
  @DisplayName("listen on the loopback interface only, and turn away who does not know the secret")
  void stranger() throws IOException {
    try (ServerSocket first = listening();
        ServerSocket second = listening();
        Socket stranger = new Socket(first.getInetAddress(), first.getLocalPort())) {
      assertThat(first.getInetAddress().isLoopbackAddress()).isTrue();
      DataOutputStream out = new DataOutputStream(stranger.getOutputStream());
      out.writeUTF("let me in");
      out.writeInt(1);
      int[] ports = {first.getLocalPort(), second.getLocalPort()};
      CompletableFuture<Mesh> zero = mesh(0, first, ports);
      try (Mesh one = mesh(1, second, ports).join();
          Mesh other = zero.join()) {
        one.send(0, new float[] {1, 2.5f, 3}, 1, 2);
        float[] received = new float[3];
        other.receive(1, received, 0, 2);
        assertThat(received).containsExactly(2.5f, 3, 0);
        assertThat(one.sentBytes()).isEqualTo(8);
        assertThat(other.sentBytes()).isZero();
        // The stranger's connection is closed.
        assertThat(stranger.getInputStream().read()).isEqualTo(-1);
      }
    }
  }

  /// Linux keeps 6 MB of what was sent and not read, at most (tcp_rmem), and 4 MB on the other
  /// side.
  @Test
  @DisplayName("take 16 MB each way before anybody reads")
  void large() throws IOException {
    float[] x = new float[4_000_000];
    x[x.length - 1] = 7;
    try (ServerSocket first = listening();
        ServerSocket second = listening()) {
      int[] ports = {first.getLocalPort(), second.getLocalPort()};
      CompletableFuture<Mesh> zero = mesh(0, first, ports);
      try (Mesh one = mesh(1, second, ports).join();
          Mesh other = zero.join()) {
        CompletableFuture<Void> sent =
            CompletableFuture.runAsync(
                () -> {
                  one.send(0, x, 0, x.length);
                  other.send(1, x, 0, x.length);
                },
                work -> Thread.ofPlatform().daemon().start(work));
        assertThat(sent).succeedsWithin(Duration.ofSeconds(30));
        float[] received = new float[x.length];
        one.receive(0, received, 0, x.length);
        other.receive(1, received, 0, x.length);
        assertThat(received[x.length - 1]).isEqualTo(7);
        assertThat(one.sentBytes()).isEqualTo(16_000_000);
      }
    }
  }

  @Test
  @DisplayName("say which worker has gone")
  void gone() throws IOException {
    try (ServerSocket first = listening();
        ServerSocket second = listening()) {
      int[] ports = {first.getLocalPort(), second.getLocalPort()};
      CompletableFuture<Mesh> zero = mesh(0, first, ports);
      Mesh one = mesh(1, second, ports).join();
      try (Mesh other = zero.join()) {
        one.close();
        assertThatThrownBy(() -> other.receive(1, new float[1], 0, 1))
            .isInstanceOf(WorkerLost.class)
            .hasMessage("worker 1 has closed its connection");
      }
    }
  }
}
