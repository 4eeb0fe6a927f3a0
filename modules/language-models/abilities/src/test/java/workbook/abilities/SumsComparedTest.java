package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.kernels.FloatKernels;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("Sums with and without a calculator")
class SumsComparedTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("were recorded for each way and each seed, once")
  void recorded() {
    assertThat(SumsCompared.recorded())
        .extracting(outcome -> outcome.sums() + " " + outcome.seed())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Sums.values())
                .flatMap(sums ->
                    LongStream.rangeClosed(1, SumsCompared.SEEDS)
                        .mapToObj(seed -> sums + " " + seed))
                .toList());
  }

  /// What would refute the page: a model that gets sums right without the calculator. With a broken
  /// one none can be right, for the calculator writes the result.
  @Test
  @DisplayName("come out right with the calculator, and with nothing else")
  void ability() {
    assertThat(SumsCompared.recorded())
        .allSatisfy(outcome -> {
          assertThat(outcome.guess()).isLessThan(.1);
          assertThat(outcome.broken()).isLessThan(.1);
          if (outcome.sums().calls()) {
            assertThat(outcome.with()).isGreaterThan(.9);
          }
        });
  }

  /// To the digit, on every machine.
  @Test
  @Tag("solutions")
  @DisplayName("come out again as they were recorded")
  void again() {
    SumsCompared.Outcome recorded =
        SumsCompared.recorded().stream()
            .filter(outcome -> outcome.sums() == Sums.CALL && outcome.seed() == 2)
            .findFirst()
            .orElseThrow();
    SumsRun run = new SumsRun(Sums.CALL, Sums.CALL.steps(), 2, FloatKernels.best());
    for (int step = 0; step < Sums.CALL.steps(); step++) {
      run.take(step);
    }
    assertThat(SumsCompared.outcome(run, Sums.CALL, 2)).isEqualTo(recorded);
  }

  @Test
  @DisplayName("are trained where the file lacks them, and stopped within a training")
  void resumed() throws IOException {
    Path file = folder.resolve("sums.csv");
    List<SumsCompared.Outcome> all = SumsCompared.recorded();
    Files.writeString(file, lines(all));
    assertThat(
            Printed.by(
                new SumsCompared(Training.stoppedAfter(0, false)), "--again", file.toString()))
        .isEqualTo(Printed.by(new SumsCompared(Training.toTheEnd())));
    Files.writeString(file, lines(all.subList(1, all.size())));
    Printed stopped =
        Printed.by(new SumsCompared(Training.stoppedAfter(0, false)), "--again", file.toString());
    assertThat(stopped.err()).isEmpty();
    assertThat(stopped.out()).contains("stopped after 0 of ");
    assertThat(Files.readString(file)).isEqualTo(lines(all.subList(1, all.size())));
  }

  private static String lines(List<SumsCompared.Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
  }
}
