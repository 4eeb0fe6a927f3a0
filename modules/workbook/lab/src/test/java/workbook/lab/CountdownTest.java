package workbook.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The line that counts down")
class CountdownTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicLong clock = new AtomicLong();

  private Countdown countdown() {
    return countdown(100);
  }

  private Countdown countdown(int all) {
    PrintStream terminal = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Countdown(terminal, clock::get, "runs", all);
  }

  private void at(double seconds) {
    clock.set((long) (seconds * 1e9));
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\u001b[K", "|");
  }

  /// Ten in a second are ninety in nine.
  @Test
  @DisplayName("says how long the rest takes at the pace so far, and is gone in the end")
  void left() {
    try (Countdown countdown = countdown()) {
      at(1);
      countdown.done(10);
      at(1.1);
      countdown.done(11);
      at(1.3);
      countdown.done(20);
      assertThat(shown()).isEqualTo("|10 of 100 runs, 9 s left|20 of 100 runs, 6 s left");
    }
    assertThat(shown()).endsWith(" left|");
  }

  @Test
  @DisplayName("says beside it what else there is to say")
  void also() {
    try (Countdown countdown = countdown()) {
      at(1);
      countdown.done(10, "loss 0.693");
      assertThat(shown()).isEqualTo("|10 of 100 runs, loss 0.693, 9 s left");
    }
  }

  @Test
  @DisplayName("counts a hundred million for minutes: the second half takes as long as the first")
  void many() {
    try (Countdown countdown = countdown(100_000_000)) {
      at(200);
      countdown.done(50_000_000);
      assertThat(shown()).isEqualTo("|50000000 of 100000000 runs, 200 s left");
    }
  }

  @Test
  @DisplayName("is not there for what takes less than a second")
  void shortOnes() {
    try (Countdown countdown = countdown()) {
      at(0.9);
      countdown.done(99);
    }
    assertThat(shown()).isEmpty();
  }

  @Test
  @DisplayName("is not there without a terminal")
  void elsewhere() {
    try (Countdown countdown = new Countdown(null, clock::get, "runs", 100)) {
      at(5);
      countdown.done(50);
    }
    assertThat(shown()).isEmpty();
  }
}
