package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workbook.lab.Processor;
import workbook.topictest.Canned;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@DisplayName("The comparison with PyTorch")
class ComparisonTest {

  private static final String TEXT = "--text=grammar";

  private static Printed compare(String... args) {
    return Printed.by(
        new Comparison(type -> new Settings(type, 2, 2, 2, 3, 0.01, 1, 1), 1, 3, 1), args);
  }

  @Test
  @DisplayName("says in one line that there is no such Python, and ends with 2")
  void noPython() {
    Printed printed = compare(TEXT, "no-such-python");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("recurrent/comparison: ")
        .endsWith("give a Python that has torch, and not 'no-such-python'\n")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("says so too where a program starts and does not answer")
  void noAnswer() {
    Printed printed = compare(TEXT, Jvm.program());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err()).contains("Python ended without an answer: give a Python");
  }

  @Test
  @DisplayName("refuses a number of threads that is none")
  void threads() {
    assertThat(compare("--threads=0").status()).isEqualTo(2);
    assertThat(compare("--threads=0").err())
        .contains("--threads must be a whole number from 1 to 256");
  }

  /// A step here takes between a microsecond and ten seconds: 1000 s are more than 100 times as
  /// long.
  @Test
  @DisplayName("prints a line for each cell: milliseconds, how many times as long, and the losses")
  void report(@TempDir Path folder) throws IOException {
    String torch = Canned.program(folder, "PyTorch 9.9", "piece", "1", "steps", "1000000 2.5");
    Printed printed = compare(TEXT, "--threads=2", torch);
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out().lines().limit(3))
        .containsExactly(
            "PyTorch 9.9; threads: 2; " + Processor.name(),
            "",
            "      ms here  PyTorch  times  loss here  PyTorch");
    assertThat(printed.out().lines().skip(3).limit(3))
        .allSatisfy(line ->
            assertThat(line)
                .matches(
                    "(RNN |LSTM|GRU ) +\\d+\\.\\d 1000000\\.0 +\\d{3,}\\.\\d\\d +"
                        + "\\d\\.\\d{4}   2\\.5000"));
    assertThat(printed.out())
        .endsWith(
            "\ntimes: how many times as long PyTorch takes (medians of 3 turns of 1 steps)\n");
  }
}
