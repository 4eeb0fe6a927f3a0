package workbook.raceconditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayName("The gate before the UPDATE")
@Timeout(20)
class GateTest {

  private static final Duration INTERVAL = Duration.ofMillis(1);
  private static final Duration LIMIT = Duration.ofSeconds(10);

  @Test
  @DisplayName("holds everyone at the UPDATE, and nobody before")
  void holds() throws Exception {
    Gate gate = new Gate(2, Set::of, INTERVAL, LIMIT);
    Queue<String> passed = new ConcurrentLinkedQueue<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int customer : new int[] {0, 1}) {
        threads.submit(() -> {
          gate.watcher(customer).before("SELECT 1");
          passed.add("read");
          gate.watcher(customer).before(" update account");
          return passed.add("wrote");
        });
      }
      assertThat(gate.awaitFull()).as("those who wait for a lock").isEmpty();
      assertThat(passed).containsExactly("read", "read");
      gate.open();
    }
    assertThat(passed).containsExactly("read", "read", "wrote", "wrote");
  }

  @Test
  @DisplayName("does not wait for one who has gone, nor for one who waits for a lock")
  void others() throws Exception {
    Gate gate = new Gate(3, () -> Set.of(2), INTERVAL, LIMIT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<?> held =
          threads.submit(() -> {
            gate.watcher(0).before("UPDATE account");
            return null;
          });
      gate.leave(1);
      assertThat(gate.awaitFull()).as("those who wait for a lock").containsExactly(2);
      assertThat(held.isDone()).as("passed before the gate was open").isFalse();
      gate.open();
    }
  }

  @Test
  @DisplayName(
      "does not open when one leaves while the database is asked: others may be on the way")
  void stale() throws Exception {
    Gate[] gate = new Gate[1];
    Queue<Set<Integer>> answers =
        new ConcurrentLinkedQueue<>(List.of(Set.of(1, 2), Set.of(), Set.of(1)));
    gate[0] =
        new Gate(
            3,
            () -> {
              Set<Integer> answer = answers.remove();
              if (answers.size() == 2) {
                gate[0].leave(0);
              } else if (answers.size() == 1) {
                gate[0].leave(2);
              }
              return answer;
            },
            INTERVAL,
            LIMIT);
    assertThat(gate[0].awaitFull()).as("those who wait for a lock").containsExactly(1);
    assertThat(answers).as("answers that were not asked for").isEmpty();
  }

  @Test
  @DisplayName("says so when one neither comes nor waits for a lock")
  void lost() {
    Gate gate = new Gate(2, Set::of, INTERVAL, Duration.ofMillis(50));
    gate.leave(0);
    assertThatThrownBy(gate::awaitFull)
        .isInstanceOf(SQLTimeoutException.class)
        .hasMessage(
            "of 2 customers only [0] came within 0.05 seconds, and the others wait for no lock"
                + " of the database");
  }
}
