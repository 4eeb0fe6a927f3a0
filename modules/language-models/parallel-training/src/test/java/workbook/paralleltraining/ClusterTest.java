package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
  @DisplayName("train to the bits of threads, and send as many bytes over their sockets")
  void same() {
    List<float[]> threads =
        Threads.run(4, c -> {
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
}
