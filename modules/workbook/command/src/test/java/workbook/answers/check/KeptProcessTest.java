package workbook.answers.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.command.progress.Shouting;

@DisplayName("The process in which answers run")
class KeptProcessTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("is the same for the next answer of a topic, from the first one on")
  void kept() throws IOException {
    Shouting shouting = new Shouting(folder);
    Checker checker = new Checker(shouting.sample().tree());
    shouting.answer(Shouting.WRONG);
    checker.check(shouting.exercise(1));
    List<Long> first = children();
    shouting.answer(Shouting.RIGHT);
    checker.check(shouting.exercise(1));

    assertThat(first).isNotEmpty();
    // One of an earlier test may still have been about to end.
    assertThat(first).containsAll(children());
  }

  private static List<Long> children() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).sorted().toList();
  }
}
