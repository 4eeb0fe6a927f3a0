package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import workbook.lab.Refusal;
import workbook.topictest.DefaultLocale;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Worker processes")
class ClusterTest {

  private static Cluster cluster;

  @BeforeAll
  static void start() {
    cluster = Cluster.of(4);
  }

  @AfterAll
  static void end() {
    List<ProcessHandle> handles = cluster.handles();
    cluster.close();
    assertThat(handles).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  @Order(1)
  @DisplayName("train to the bits of threads, and send as many bytes over their sockets")
  void same() {
    List<float[]> threads =
        Threads.run(
            4,
            c -> {
              Replica replica = new Replica(Strategy.ZERO2, c);
              replica.step(0);
              return replica.step(1);
            });
    cluster.ask(4, "replica ZERO2 4");
    cluster.ask(4, "step 0");
    List<Reply> replies = cluster.ask(4, "step 1");
    for (int rank = 0; rank < 4; rank++) {
      assertThat(replies.get(rank).numbers()).containsExactly(threads.get(rank));
    }
    // Two steps of 2 · 3/4 · 4 bytes for each parameter.
    for (Reply report : cluster.ask(4, "report")) {
      assertThat(report.counts()[0]).isEqualTo(2 * 6 * Setup.CONFIG.parameters());
    }
  }

  @Test
  @Order(2)
  @DisplayName("are a pipeline, too, of other size than the cluster")
  void pipeline() {
    cluster.ask(2, "stage ONE_F_ONE_B 2 3 false");
    Reply last = cluster.ask(2, "pass 0").getLast();
    float[] one = Threads.run(1, c -> new Stage(c, Schedule.GPIPE, 3, false).step(0)).getFirst();
    assertThat(last.numbers()).containsExactly(one);
    // 2 (m + p - 1) slots, of which the last stage needs all but the last.
    assertThat(last.counts()[0]).isEqualTo(2 * (3 + 2 - 1) - 1);
  }

  @Test
  @Order(3)
  @DisplayName("count a byte once its socket has taken it, also where they ask at once")
  void tensor() {
    long vector = 4L * TensorRun.BATCH * Setup.TIME * Setup.WIDTH;
    for (int again = 0; again < 5; again++) {
      for (Reply reply : cluster.ask(2, "tensor 2")) {
        // Two all-reduces each way, each of 2 · 1/2 of what flows through the block.
        assertThat(reply.counts()[0]).isEqualTo(2 * vector);
        assertThat(reply.counts()[1]).isEqualTo(2 * vector);
      }
    }
  }

  @Test
  @Order(4)
  @DisplayName("say what they do not know")
  void unknown() {
    assertThatThrownBy(() -> cluster.ask(1, "dance 3"))
        .isInstanceOf(Refusal.class)
        .hasMessage("a worker knows no 'dance 3'");
  }

  @Test
  @Order(5)
  @DisplayName("are missed within seconds when one is killed in the middle of a step")
  void killed() {
    cluster.ask(4, "replica RING 4");
    long start = System.nanoTime();
    assertThatThrownBy(() -> cluster.ask(4, rank -> rank == 1 ? "halt" : "step 0"))
        .isInstanceOf(WorkerLost.class)
        .hasMessage("worker 1 has gone");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    // The others wait for what to do next, and end by themselves when nobody can tell them.
    cluster.hangUp();
    for (ProcessHandle each : cluster.handles()) {
      assertThat(each.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }
  }

  @Test
  @Order(6)
  @DisplayName("say nothing when who started them has gone: there is nobody to read it")
  void forsaken() throws IOException, InterruptedException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    Process worker = Jvm.of(Worker.class).redirectErrorStream(true).start();
    try (Writer in = worker.outputWriter();
        BufferedReader out = worker.inputReader()) {
      in.write(port + " secret 0\n");
      in.flush();
      assertThat(out.lines().toList()).isEmpty();
      assertThat(worker.waitFor()).isEqualTo(1);
    }
  }

  @Test
  @Order(7)
  @DisplayName("are told numbers in ASCII digits, whatever the language")
  void digits() {
    try (DefaultLocale _ = DefaultLocale.of("ar-EG")) {
      Printed printed = Printed.by(new Pipeline(), "1");
      assertThat(printed.err()).isEmpty();
      assertThat(printed.status()).isZero();
    }
  }

  @Test
  @Order(8)
  @DisplayName("that cannot be started are said in one line, though the JDK says it in many")
  void oneLine() {
    assertThat(
            Cluster.reason(
                new IOException("Cannot run program \"java\"\nPossible reasons:\n - none")))
        .isEqualTo("Cannot run program \"java\"");
    assertThat(Cluster.reason(new IOException())).isEqualTo("java.io.IOException");
  }
}
