package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@DisplayName("A team")
class TeamTest {

  @Test
  @DisplayName("runs each of 2,000 tasks once in every member, and is done when run returns")
  void everyMember() {
    AtomicIntegerArray runs = new AtomicIntegerArray(4);
    int[] plain = new int[4 * 64];
    try (Team team = new Team(4)) {
      for (int task = 1; task <= 2_000; task++) {
        team.run(member -> {
          runs.incrementAndGet(member);
          plain[member * 64]++;
        });
        for (int member = 0; member < 4; member++) {
          assertThat(plain[member * 64]).as("task %d, member %d", task, member).isEqualTo(task);
          assertThat(runs.get(member)).isEqualTo(task);
        }
      }
    }
  }

  @Test
  @DisplayName("has as many threads as members, the caller among them")
  void threads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    try (Team team = new Team(3)) {
      assertThat(team.size()).isEqualTo(3);
      team.run(_ -> threads.add(Thread.currentThread()));
    }
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
  }

  @Test
  @DisplayName("wakes up when its members have gone to sleep")
  void wakesUp() throws InterruptedException {
    try (Team team = new Team(2)) {
      Thread[] worker = new Thread[1];
      for (int round = 0; round < 5; round++) {
        team.run(member -> {
          if (member == 1) {
            worker[0] = Thread.currentThread();
          }
        });
        while (worker[0].getState() != Thread.State.WAITING) {
          Thread.onSpinWait();
        }
        worker[0].interrupt(); // a sleeper that is disturbed sleeps on
      }
    }
  }

  @Test
  @DisplayName("passes on what a member throws, once all are done, and works on")
  void failure() {
    try (Team team = new Team(3)) {
      for (int failing = 0; failing < 3; failing++) {
        int number = failing;
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        assertThatThrownBy(() ->
                team.run(member -> {
                  done.incrementAndGet(member);
                  if (member == number) {
                    throw new IllegalStateException("member " + member);
                  }
                }))
            .hasMessage("member " + failing);
        assertThat(done.get(0) + done.get(1) + done.get(2)).isEqualTo(3);
      }
      team.run(_ -> {});
    }
  }

  @Test
  @DisplayName("refuses a task within a task, and one when it is closed")
  void refuses() {
    Team team = new Team(2);
    assertThatThrownBy(() -> team.run(_ -> team.run(_ -> {})))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the team is at work on another task");
    team.close();
    team.close();
    assertThatThrownBy(() -> team.run(_ -> {}))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the team is closed");
    assertThatThrownBy(() -> new Team(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a team has 1 member or more, and not 0");
  }

  @Test
  @DisplayName("leaves no thread behind")
  void joins() throws InterruptedException {
    Thread[] workers = new Thread[4];
    CountDownLatch all = new CountDownLatch(4);
    try (Team team = new Team(4)) {
      team.run(member -> {
        workers[member] = Thread.currentThread();
        all.countDown();
      });
      all.await();
    }
    for (int member = 1; member < 4; member++) {
      assertThat(workers[member].isAlive()).as("member %d", member).isFalse();
    }
  }
}
