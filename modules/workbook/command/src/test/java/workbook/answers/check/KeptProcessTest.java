package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.answers.check.Verdict.State;
import workbook.command.progress.Shouting;

@Tag("solutions")
@DisplayName("The process in which answers run")
class KeptProcessTest {

  private static final String TELLS = "System.out.print(ProcessHandle.current().pid()); ";

  @TempDir private Path folder;
  @TempDir private Path another;

  private static Verdict verdict(Path folder, String body) throws IOException {
    Shouting shouting = new Shouting(folder);
    shouting.answer(TELLS + body);
    return new Checker(shouting.sample().tree()).check(shouting.exercise(1));
  }

  @Test
  @DisplayName("is the same for the next answer, from the first one on, and for another topic's")
  void kept() throws IOException {
    Verdict wrong = verdict(folder, Shouting.WRONG);
    Verdict right = verdict(folder, Shouting.RIGHT);
    Verdict elsewhere = verdict(another, Shouting.RIGHT);

    assertThat(wrong.state()).isEqualTo(State.FAILING);
    assertThat(right.state()).isEqualTo(State.SOLVED);
    assertThat(Long.parseLong(wrong.output())).isNotEqualTo(ProcessHandle.current().pid());
    assertThat(right.output()).isEqualTo(wrong.output());
    assertThat(elsewhere.output()).isEqualTo(wrong.output());
  }

  @Test
  @DisplayName(
      "is the same after virtual threads that have ended, and another after one that lives")
  void virtualThreads() throws IOException {
    String end =
        "try (var all = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) { all.submit(() -> 1); } ";
    String sleep = "Thread.startVirtualThread(java.util.concurrent.locks.LockSupport::park); ";
    Verdict ended = verdict(folder, end + Shouting.RIGHT);
    Verdict sleeping = verdict(folder, sleep + Shouting.RIGHT);
    Verdict last = verdict(folder, Shouting.RIGHT);

    assertThat(ended.state()).isEqualTo(State.SOLVED);
    assertThat(sleeping.state()).isEqualTo(State.SOLVED);
    assertThat(sleeping.output()).isEqualTo(ended.output());
    assertThat(last.output()).isNotEqualTo(ended.output());
  }
}
