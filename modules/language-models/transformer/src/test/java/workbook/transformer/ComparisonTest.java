package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Jvm;
import workbook.topictest.Printed;

@DisplayName("The comparison with PyTorch")
class ComparisonTest {

  private static final String TEXT = "--text=grammar";

  @Test
  @DisplayName("says in one line that there is no such Python, and ends with 2")
  void noPython() {
    Printed printed = Printed.by(new Comparison(), TEXT, "no-such-python");
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err())
        .startsWith("transformer/comparison: ")
        .endsWith("give a Python that has torch, and not 'no-such-python'\n")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("says so too where a program starts and does not answer")
  void noAnswer() {
    Printed printed = Printed.by(new Comparison(), TEXT, Jvm.program());
    assertThat(printed.status()).isEqualTo(2);
    assertThat(printed.err()).contains("Python ended without an answer: give a Python");
  }
}
