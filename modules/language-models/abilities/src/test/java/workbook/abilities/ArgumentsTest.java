package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("What is given to the examples")
class ArgumentsTest {

  @Test
  @DisplayName("is refused in one line where it would do something to the terminal, or is nothing")
  void unprintable() {
    ToolCalls calls = new ToolCalls();
    assertThat(Printed.by(calls, "[1+1=2]", "[1\u001b[31m+2=3]"))
        .isEqualTo(
            Printed.refusal(
                calls, "TEXT must be printable, in one line, and was '[1\\u001b[31m+2=3]'"));
    assertThat(Printed.by(calls, "[1\n+2=3]"))
        .isEqualTo(
            Printed.refusal(
                calls, "TEXT must be printable, in one line, and was '[1\\u000a+2=3]'"));
    Bm25Scores scores = new Bm25Scores();
    assertThat(Printed.by(scores, "cat\tmat"))
        .isEqualTo(
            Printed.refusal(
                scores, "WORD must be printable, in one line, and was 'cat\\u0009mat'"));
    assertThat(Printed.by(scores, ""))
        .isEqualTo(Printed.refusal(scores, "WORD must be printable, in one line, and was ''"));
  }
}
