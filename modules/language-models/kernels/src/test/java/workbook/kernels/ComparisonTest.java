package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The comparison")
class ComparisonTest {

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  @DisplayName("says in one line that there is no such Python, and ends with 2")
  void noPython() {
    assertThat(run("no-such-python")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1)
        .allMatch(line ->
            line.startsWith("kernels/comparison: ")
                && line.endsWith(
                    "give a Python that has torch and numpy, and not 'no-such-python'"));
  }

  @Test
  @DisplayName("says so too where a program starts and does not answer")
  void noAnswer() {
    String program = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(run(program)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("Python ended without an answer: give a Python");
  }

  @Test
  @DisplayName("takes one argument at most")
  void arguments() {
    assertThat(run("a", "b")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualToNormalizingNewlines("kernels/comparison: give the name of a Python at most\n");
  }

  @Test
  @DisplayName("counts 2 m k n operations")
  void rate() {
    // 2 * 2 * 3 * 5 = 60 operations in 10 ns are 6 a nanosecond.
    assertThat(new Rate("ab", 2, 3, 5).of(10)).isEqualTo(6);
    for (String form : new String[] {"ab", "a'b", "ab'"}) {
      assertThat(new Rate(form, 2, 3, 5).fastest(new Naive(), 0)).isPositive();
    }
  }

  private int run(String... arguments) {
    PrintStream out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    return Comparison.run(out, new PrintStream(err, true, StandardCharsets.UTF_8), arguments);
  }
}
