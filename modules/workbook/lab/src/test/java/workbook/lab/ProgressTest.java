package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The progress line")
class ProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final AtomicLong nanos = new AtomicLong();

  @Test
  @DisplayName("comes twenty times in a file, with the mean loss since the last")
  void file() {
    Progress progress = new Progress(out, false, nanos::get, 0, 40, 100);
    for (int step = 1; step <= 40; step++) {
      nanos.addAndGet(500_000_000);
      progress.step(step, step);
    }
    progress.end();
    // 2 steps a second with 100 tokens each; of steps 1 and 2 the mean loss is 1.5.
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
        .hasSize(20)
        .startsWith("step 2 of 40  loss 1.5000  200 tokens/s  19 s left ")
        .endsWith("step 40 of 40  loss 39.5000  200 tokens/s  0 s left ");
  }

  @Test
  @DisplayName("is written over on a terminal, four times a second, and at the end")
  void terminal() {
    Progress progress = new Progress(out, true, nanos::get, 0, 10, 100);
    for (int step = 1; step <= 10; step++) {
      nanos.addAndGet(100_000_000);
      progress.step(step, 1);
    }
    progress.end();
    String text = bytes.toString(StandardCharsets.UTF_8);
    // At .3, .6 and .9 seconds, and after the last step.
    assertThat(text.split("\r")).hasSize(5);
    assertThat(text)
        .contains("\rstep 3 of 10 ")
        .contains("\rstep 10 of 10 ")
        .endsWith("\u001b[K" + System.lineSeparator());
  }

  @Test
  @DisplayName("makes room for what there is to say, and goes on below")
  void says() {
    Progress progress = new Progress(out, true, nanos::get, 0, 2, 100);
    nanos.addAndGet(1_000_000_000);
    progress.step(1, 1);
    progress.say("");
    progress.say("news\n");
    progress.step(2, 1);
    String end = System.lineSeparator();
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("1 s left \u001b[K" + end + "news\n\rstep 2 of 2 ");

    bytes.reset();
    new Progress(out, false, nanos::get, 0, 2, 100).say("news\n");
    assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("news\n");
  }

  @Test
  @DisplayName("of a training that goes on counts only the steps that it takes itself")
  void resumed() {
    Progress progress = new Progress(out, false, nanos::get, 30, 40, 100);
    nanos.addAndGet(1_000_000_000);
    progress.step(32, 1);
    // 2 steps in a second, and 8 left.
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("step 32 of 40  loss 1.0000  200 tokens/s  4 s left \n");
  }
}
