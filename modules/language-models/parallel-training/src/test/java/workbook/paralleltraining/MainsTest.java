package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.lab.Example;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The examples")
class MainsTest {

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            new ParallelTraining(),
            "--steps 0",
            "--steps must be a whole number from 1 to 100, and was '0'"),
        Arguments.of(new Pipeline(), "65", "M must be a whole number from 1 to 64, and was '65'"),
        Arguments.of(
            new Elastic(() -> false),
            "--worker 4",
            "--worker must be a whole number from 0 to 3, and was '4'"),
        Arguments.of(
            new Elastic(() -> false),
            "--step 21",
            "--step must be a whole number from 1 to 20, and was '21'"),
        Arguments.of(
            new Zero(),
            "--millions -1",
            "--millions must be a whole number from 1 to 10000000, and was '-1'"),
        Arguments.of(
            new Train(Training.toTheEnd()),
            "--workers 5",
            "--workers must be a whole number from 1 to 4, and was '5'"),
        Arguments.of(
            new Train(Training.toTheEnd()), "--resume", "--resume needs a --checkpoint FILE"),
        Arguments.of(
            new Train(Training.toTheEnd()),
            "--checkpoint no/such/folder/f",
            "--checkpoint must name a file in a folder that can be written to, and was"
                + " 'no/such/folder/f'"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("refusals")
  @DisplayName("refuse in a line, before any worker is started")
  void refuse(Example example, String arguments, String reason) {
    assertThat(Printed.by(example, arguments.split(" ")))
        .isEqualTo(Printed.refusal(example, reason));
  }

  @Test
  @DisplayName("refuse to go on from a file that is no checkpoint")
  void notACheckpoint(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("f"), "hello");
    Printed printed =
        Printed.by(
            new Train(Training.toTheEnd()),
            "--workers",
            "1",
            "--checkpoint",
            file.toString(),
            "--resume");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.err())
        .startsWith("parallel-training/train: " + file)
        .hasLineCount(1)
        .doesNotContain("Exception");
  }

  @Test
  @DisplayName("that need no workers print what was published")
  void published() {
    assertThat(Printed.by(new Zero()).out())
        .contains("     64        120.00      31.41      16.64       1.88\n");
    assertThat(Printed.by(new Megatron()).out())
        .contains("    1008.0         3072        8         64      6 ")
        .endsWith("the last one on 450 billion tokens: 84 days\n");
  }
}
