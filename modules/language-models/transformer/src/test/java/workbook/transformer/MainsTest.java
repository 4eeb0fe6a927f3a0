package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import workbook.lab.Example;
import workbook.topictest.Printed;
import workbook.topictest.Training;

@DisplayName("The examples")
class MainsTest {

  @Test
  @DisplayName(
      "of a LLaMA ends with the scores of Hugging Face's, and what a softmax makes of them")
  void transformer() {
    // Σ e^score of the scores in ModelTest is 11.23.
    assertThat(Printed.by(new Transformer(), "llama").out())
        .contains("680 parameters\n")
        .contains("[1, 5, 11]    -0.2459 -0.1194  0.2807  0.0377 -0.2917\n")
        .endsWith("[1, 5, 11]     0.0696  0.0790  0.1179  0.0924  0.0665\n");
  }

  @Test
  @DisplayName(
      "of tiles counts 24 T² + 128 T floats with the matrix, and 132 T and two tiles without")
  void tiles() {
    assertThat(Printed.by(new Tiles(), "64").out())
        .contains("    64          106,496    16,640 ")
        .contains("   512        6,356,992    75,776 ");
  }

  @ParameterizedTest
  @MethodSource("refusals")
  @DisplayName("each refuses what it does not take, in one line and with the status 2")
  void refused(Example example, String argument, String message) {
    assertThat(Printed.by(example, argument.split(" ")))
        .isEqualTo(Printed.refusal(example, message));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(new Transformer(), "bert", "STYLE must be one of gpt2, llama, and was 'bert'"),
        arguments(new Masks(), "9", "LAYERS must be a whole number from 1 to 8, and was '9'"),
        arguments(new Tiles(), "0", "TILE must be a whole number from 1 to 512, and was '0'"),
        arguments(
            train(),
            "--config huge",
            "--config must be one of small, llama, nanogpt-cpu, and was" + " 'huge'"),
        arguments(
            train(), "--steps 0", "--steps must be a whole number from 1 to 1000000, and was '0'"),
        arguments(
            train(), "--width 12", "--width must be a multiple of 8 from 8 to 1024, and was '12'"),
        arguments(
            train(),
            "--width 2048",
            "--width must be a multiple of 8 from 8 to 1024, and was '2048'"),
        arguments(train(), "--text /no/such", "there is no file /no/such"),
        arguments(
            train(),
            "--checkpoint /no/such/file",
            "--checkpoint must name a file in a folder that can be written to, and was"
                + " '/no/such/file'"));
  }

  private static Train train() {
    return new Train(Training.toTheEnd());
  }
}
