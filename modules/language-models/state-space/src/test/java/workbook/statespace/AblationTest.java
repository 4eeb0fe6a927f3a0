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

  @Test
  @DisplayName("appends a line of its own, though the last one in the file was not ended")
  void lastLine() throws IOException {
    List<Trial.Outcome> all = Ablation.recorded();
    Path file = folder.resolve("results.csv");
    Files.writeString(file, lines(all.subList(1, all.size())).stripTrailing());
    Printed.by(new Ablation(Training.stoppedAfter(0, false)), "--again", file.toString());
    assertThat(Files.readString(file)).isEqualTo(lines(all.subList(1, all.size())));
  }

  private static String lines(List<Trial.Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
  }

  @Test
  @DisplayName("refuses a file that is not of its results")
  void refused() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "dear diary\n");
    Ablation ablation = new Ablation(Training.toTheEnd());
    assertThat(Printed.by(ablation, "--again", file.toString()))
        .isEqualTo(
            Printed.refusal(
                ablation,
                file
                    + " wants lines as 'mamba,gate,selective,1,0.9912,0.9668', and has 'dear"
                    + " diary'"));
    for (String line :
        new String[] {
          "foo,gate,selective,1,0.9912,0.9668",
          "mamba,gate,selective,7,0.9912,0.9668",
          "mamba,gate,selective,1,1.9912,0.9668",
          "mamba,gate,selective,1,0.9912,0.96"
        }) {
      Files.writeString(file, line);
      assertThat(Printed.by(ablation, "--again", file.toString()).err())
          .as(line)
          .contains("wants lines as")
          .contains("has '" + line + "'");
    }
    Printed unwritable =
        Printed.by(ablation, "--again", folder.resolve("missing").resolve("results").toString());
    assertThat(unwritable.err())
        .hasLineCount(1)
        .contains("--again must name a file in a folder that can be written to");
    assertThat(unwritable.out()).as("printed before it was refused").isEmpty();
  }
}
