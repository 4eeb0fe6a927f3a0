package workbook.abilities;

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
import org.junit.jupiter.params.provider.MethodSource;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The experiments")
class ExperimentTest {

  @TempDir private Path folder;

  private static List<Experiment> experiments() {
    return List.of(
        new Abilities(Training.toTheEnd()),
        new Induction(Training.toTheEnd()),
        new Following(Training.toTheEnd()));
  }

  @ParameterizedTest
  @MethodSource("experiments")
  @DisplayName("were recorded for each arm and each seed, once")
  void recorded(Experiment experiment) {
    List<String> expected =
        experiment.arms().stream()
            .flatMap(arm ->
                LongStream.rangeClosed(1, experiment.seeds()).mapToObj(seed -> arm + "," + seed))
            .toList();
    assertThat(experiment.recorded())
        .allMatch(outcome -> outcome.numbers().size() == experiment.numbers(outcome.arm()))
        .extracting(outcome -> outcome.arm() + "," + outcome.seed())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  /// To the digit, on every machine.
  @Test
  @Tag("solutions")
  @DisplayName("come out again as they were recorded")
  void again() {
    Induction experiment = new Induction(Training.toTheEnd());
    Experiment.Run run = experiment.start(Induction.ONE, 1);
    for (int step = 0; step < experiment.steps(); step++) {
      run.take(step);
    }
    Outcome recorded =
        experiment.recorded().stream()
            .filter(outcome -> outcome.arm().equals(Induction.ONE) && outcome.seed() == 1)
            .findFirst()
            .orElseThrow();
    assertThat(Outcome.of(Induction.ONE, 1, run.numbers()).line()).isEqualTo(recorded.line());
  }

  @Test
  @DisplayName("train what is not in the file yet, and are stopped between and within trainings")
  void resumed() throws IOException {
    Path file = folder.resolve("results.csv");
    List<Outcome> all = new Following(Training.toTheEnd()).recorded();
    Files.writeString(file, lines(all));
    assertThat(
            Printed.by(new Following(Training.stoppedAfter(0, false)), "--again", file.toString()))
        .isEqualTo(Printed.by(new Following(Training.toTheEnd())));
    Files.writeString(file, lines(all.subList(1, all.size())));
    Printed stopped =
        Printed.by(new Following(Training.stoppedAfter(1, false)), "--again", file.toString());
    assertThat(stopped.out())
        .startsWith("combinations, seed 1\n")
        .contains("stopped after 1 of %d steps\n".formatted(Following.STEPS));
    assertThat(Files.readString(file)).isEqualTo(lines(all.subList(1, all.size())));
  }

  @Test
  @DisplayName("print a table without what is not trained yet")
  void unfinished() {
    for (Experiment experiment :
        List.of(
            new Abilities(Training.stoppedAfter(0, false)),
            new Induction(Training.stoppedAfter(0, false)),
            new Following(Training.stoppedAfter(0, false)))) {
      Path file = folder.resolve(experiment.recordedIn());
      Printed printed = Printed.by(experiment, "--again", file.toString());
      assertThat(printed.err()).isEmpty();
      assertThat(printed.out()).contains("stopped after 0 of ");
    }
  }

  @Test
  @DisplayName("refuse a file that is not of their results")
  void refused() throws IOException {
    Path file = folder.resolve("notes.txt");
    for (String line :
        new String[] {
          "dear diary",
          "nothing,1,0.5000,0.5000",
          "combinations,9,0.5000,0.5000",
          "combinations,1,0.5000",
          "combinations,1,0.5000,0.5"
        }) {
      Files.writeString(file, line + "\n");
      Following following = new Following(Training.toTheEnd());
      assertThat(Printed.by(following, "--again", file.toString()))
          .isEqualTo(
              Printed.refusal(
                  following,
                  "%s wants lines as '%s', and has '%s'"
                      .formatted(file, following.recorded().getFirst().line(), line)));
    }
  }

  private static String lines(List<Outcome> outcomes) {
    return outcomes.stream().map(outcome -> outcome.line() + "\n").collect(Collectors.joining());
  }
}
