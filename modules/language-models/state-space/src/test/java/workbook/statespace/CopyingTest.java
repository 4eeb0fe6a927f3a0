package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;
import workbook.lab.TrainingRun;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("Training to copy")
class CopyingTest {

  @TempDir private Path folder;

  private static Printed copy(TrainingRun training, String... arguments) {
    return Printed.by(new Copying(training), arguments);
  }

  private static String[] small(String... more) {
    List<String> all = new ArrayList<>(List.of("--places", "8", "--steps", "6"));
    all.addAll(Arrays.asList(more));
    return all.toArray(String[]::new);
  }

  @Test
  @DisplayName("shows what it learns and how it goes, and ends with what it can repeat")
  void trains() {
    Printed printed = copy(Training.toTheEnd(), small("--arm", "delta", "--no-gate"));
    assertThat(printed.err()).isEmpty();
    assertThat(printed.status()).isZero();
    assertThat(printed.out())
        .containsPattern("^[.1-7]{8}\\|\\?\\?\\? -> [1-7]{3}\n")
        // A step reads 16 rows of 8 + 3 places, in a second, and one second more since the start.
        .containsPattern("\nstep 1 of 6 {2}loss \\d\\.\\d{4} {2}176 tokens/s {2}5 s left \n")
        .containsPattern(
            "\nstep 6 of 6 {2}loss .*\n\ndelta without a gate, seed 1: 0\\.\\d{3} of ");
  }

  @Test
  @DisplayName("is stopped, and goes on to the same bits")
  void resumed() throws IOException {
    Path whole = folder.resolve("whole");
    Path parts = folder.resolve("parts");
    copy(Training.stoppedAfter(4, false), small("--checkpoint", whole.toString()));
    Printed stopped =
        copy(Training.stoppedAfter(2, false), small("--checkpoint", parts.toString()));
    assertThat(stopped.out()).contains("stopped after 2 of 6 steps\n");
    copy(Training.stoppedAfter(2, false), small("--checkpoint", parts.toString(), "--resume"));
    assertThat(Files.readAllBytes(parts)).isEqualTo(Files.readAllBytes(whole));
    Tensor embedding = Safetensors.load(whole).get("embedding");
    assertThat(embedding.shape()).containsExactly(CopyTask.VOCABULARY, Trial.SIZE.width());
  }

  @Test
  @DisplayName("does not go on from another training")
  void another() {
    String file = folder.resolve("file").toString();
    copy(Training.stoppedAfter(1, false), small("--checkpoint", file));
    Printed other =
        copy(Training.toTheEnd(), small("--checkpoint", file, "--resume", "--arm", "lti"));
    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).hasLineCount(1).contains(": is of another training: delta=", " here");
  }

  /// One symbol among four places.
  @Test
  @Tag("solutions")
  @DisplayName("learns a small case")
  void learns() {
    CopyTask task = new CopyTask(4, 1, true);
    CopyRun run = new CopyRun(task, Arm.of("mamba", true), Trial.SIZE, 120, 1, FloatKernels.best());
    float first = run.take(0);
    // Nothing is known of eight classes: ln 8 = 2.08, and a little more, as the start is random.
    assertThat(first).isBetween(1.9f, 3f);
    for (int step = 1; step < 120; step++) {
      run.take(step);
    }
    CopyRun.Score score = run.score();
    assertThat(score.symbols()).isGreaterThan(.9).isEqualTo(score.whole());
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("refuses what it does not take, in one line and with the status 2")
  void refused(Example example, List<String> arguments, String message) {
    assertThat(Printed.by(example, arguments.toArray(String[]::new)))
        .isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        refusal(
            new Copying(Training.toTheEnd()),
            "--arm must be mamba, lti, convolution, or what is selective, as in delta+b, and was"
                + " 'b+delta'",
            "--arm",
            "b+delta"),
        refusal(
            new Copying(Training.toTheEnd()),
            "--places must be a whole number from 3 to 1024, and was '2'",
            "--places",
            "2"),
        refusal(
            new Copying(Training.toTheEnd()),
            "--steps must be a whole number from 1 to 100000, and was '0'",
            "--steps",
            "0"),
        refusal(
            new Copying(Training.toTheEnd()),
            "there is no none to go on from",
            "--checkpoint",
            "none",
            "--resume"),
        refusal(
            new StateSpace(),
            "--step must be a number as 0.1, more than 0 and up to 100, and was '-1'",
            "--step=-1"),
        refusal(
            new StateSpace(),
            "--step must be a number as 0.1, more than 0 and up to 100, and was '1e-3'",
            "--step",
            "1e-3"),
        refusal(
            new StateSpace(),
            "--by must be zero-order-hold, bilinear or euler, and was 'zoh'",
            "--by",
            "zoh"),
        refusal(new Forms(), "LENGTH must be a whole number from 1 to 4096, and was '0'", "0"));
  }

  private static Arguments refusal(Example example, String message, String... arguments) {
    return Arguments.of(example, List.of(arguments), message);
  }
}
