package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A deadline")
class DeadlineTest {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration SHORT = Duration.ofMillis(20);

  @Test
  @DisplayName("that is brought nearer is kept, however far it was before")
  void nearer() throws InterruptedException {
    CountDownLatch over = new CountDownLatch(1);
    try (Deadline deadline = new Deadline(LONG, SHORT, over::countDown)) {
      deadline.extend();

      assertThat(over.await(30, TimeUnit.SECONDS)).as("over").isTrue();
      assertThat(deadline.isOver()).isTrue();
    }
  }

  @Test
  @DisplayName("that is called off never comes")
  void calledOff() {
    Deadline deadline = new Deadline(LONG, SHORT, () -> {});
    deadline.close();

    assertThat(deadline.isOver()).isFalse();
  }
}
