package workbook.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@DisplayName("The comparison")
class ComparisonTest {

  @Test
  @DisplayName("says in one line that there is no such Python, and ends with 2")
  void noPython() {
    Printed printed = Printed.by(new Comparison(), "no-such-python");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("kernels/comparison: ")
        .endsWith("give a Python that has torch and numpy, and not 'no-such-python'\n")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("says so too where a program starts and does not answer")
  void noAnswer() {
    Printed printed = Printed.by(new Comparison(), Jvm.program());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err()).contains("Python ended without an answer: give a Python");
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
}
