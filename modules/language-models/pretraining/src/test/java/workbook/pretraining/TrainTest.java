package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.lab.Example;
import workbook.lab.TrainingRun;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("Pretraining")
class TrainTest {

  @TempDir private Path folder;

  private static Printed train(TrainingRun training, String kind, Path file, String... more) {
    String[] args = {kind, "--steps", "4", "--checkpoint", file.toString()};
    return Printed.by(
        new Train(training, 200, 20),
        Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"encoder", "decoder"})
  @DisplayName("that is stopped and resumed comes to the same bits as without an interruption")
  void resumes(String kind) throws IOException {
    Path atOnce = folder.resolve("at-once");
    Path inTwo = folder.resolve("in-two");
    Printed whole = train(Training.toTheEnd(), kind, atOnce);
    assertThat(whole.err()).isEmpty();
    assertThat(whole.out()).contains("step 4 of 4 ").contains("20 new sentences: loss ");
    Printed part = train(Training.stoppedAfter(2, false), kind, inTwo);
    assertThat(part.out()).contains("stopped after 2 of 4 steps").doesNotContain("new sentences");
    assertThat(Files.readAllBytes(inTwo)).isNotEqualTo(Files.readAllBytes(atOnce));
    Printed rest = train(Training.toTheEnd(), kind, inTwo, "--resume");
    assertThat(rest.err()).isEmpty();
    assertThat(inTwo).hasSameBinaryContentAs(atOnce);
  }

  @Test
  @DisplayName("in the comparison, when it is stopped, leaves out the seed and says it is next")
  void stopped() {
    AtomicInteger asked = new AtomicInteger();
    Pretraining stopped = new Pretraining(() -> asked.getAndIncrement() >= 10);
    Printed printed = Printed.by(stopped, "--seeds", "1", "--from", "3");
    assertThat(printed.status()).isZero();
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out()).endsWith("pretr.\nstopped; seed 3 is the next: --from 3\n");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("and the comparison refuse what they do not take, in one line with the status 2")
  void refused(Example example, String arguments, String message) {
    assertThat(Printed.by(example, arguments.split(" ")))
        .isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(train(), "bert", "KIND must be encoder or decoder, and was 'bert'"),
        arguments(train(), "--steps 3", "KIND is missing; what is taken: KIND"),
        arguments(
            train(),
            "encoder --steps 0",
            "--steps must be a whole number from 1 to 1000000, and was '0'"),
        arguments(
            all(), "--examples 1", "--examples must be a whole number from 2 to 5000, and was '1'"),
        arguments(all(), "--seeds 0", "--seeds must be a whole number from 1 to 1000, and was '0'"),
        arguments(all(), "--from 0", "--from must be a whole number from 1 to 1000, and was '0'"),
        arguments(all(), "--steps x", "--steps must be a whole number, and was 'x'"),
        arguments(all(), "many", "there is no place for 'many'; only options are taken"));
  }

  private static Train train() {
    return new Train(Training.toTheEnd(), 200, 20);
  }

  private static Pretraining all() {
    return new Pretraining(() -> false);
  }
}
