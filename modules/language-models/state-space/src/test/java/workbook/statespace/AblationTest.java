package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.kernels.FloatKernels;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The comparison of who learns to copy")
class AblationTest {

  @TempDir private Path folder;

  @Test
  @DisplayName("was recorded for each kind and each seed, once")
  void recorded() {
    List<Trial> expected =
        Trial.KINDS.stream()
            .flatMap(kind -> LongStream.rangeClosed(1, Trial.SEEDS).mapToObj(kind::seed))
            .toList();
    assertThat(Ablation.recorded())
        .extracting(Trial.Outcome::trial)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /// To the bit, on every machine: a result is made anew, of the seed that is drawn in no other
  /// way.
  @Test
  @Tag("solutions")
  @DisplayName("comes out again as it was recorded")
  void again() {
    for (String name : new String[] {"convolution,gate,fixed,1", "mamba,gate,selective,2"}) {
      Trial.Outcome recorded =
          Ablation.recorded().stream()
              .filter(outcome -> outcome.trial().name().equals(name))
              .findFirst()
              .orElseThrow();
      Trial trial = recorded.trial();
      CopyRun run =
          new CopyRun(
              trial.task(),
              trial.arm(),
              Trial.SIZE,
              Trial.STEPS,
              trial.seed(),
              FloatKernels.best());
      for (int step = 0; step < Trial.STEPS; step++) {
        run.take(step);
      }
      CopyRun.Score score = run.score();
      assertThat(new Trial.Outcome(trial, score.symbols(), score.whole()).line())
          .isEqualTo(recorded.line());
    }
  }

  @Test
  @DisplayName("trains what is not in the file yet, and is stopped between and within trainings")
  void resumed() throws IOException {
    Path file = folder.resolve("results.csv");
    List<Trial.Outcome> all = Ablation.recorded();
    Files.writeString(file, lines(all));
    assertThat(
            Printed.by(new Ablation(Training.stoppedAfter(0, false)), "--again", file.toString()))
        .isEqualTo(Printed.by(new Ablation(Training.toTheEnd())));
    Files.writeString(file, lines(all.subList(1, all.size())));
    Printed stopped =
        Printed.by(new Ablation(Training.stoppedAfter(1, false)), "--again", file.toString());
    assertThat(stopped.out())
        .startsWith(all.getFirst().trial().name() + "\n")
        .contains("stopped after 1 of %d steps\n".formatted(Trial.STEPS));
    assertThat(Files.readString(file)).isEqualTo(lines(all.subList(1, all.size())));
  }

  private static String lines(List<Trial.Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "foo,gate,selective,1,0.9912,0.9668",
        "mamba,gate,selective,7,0.9912,0.9668",
        "mamba,gate,selective,1,1.9912,0.9668",
        "mamba,gate,selective,1,0.9912,0.96"
      })
  @DisplayName("has no lines of another table")
  void foreign(String line) {
    assertThat(Trial.Outcome.of(line)).isEmpty();
  }
}
