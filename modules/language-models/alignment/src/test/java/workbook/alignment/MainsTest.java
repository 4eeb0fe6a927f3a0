package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Printed;

@DisplayName("The table of all methods")
class MainsTest {

  @ParameterizedTest
  @CsvSource({
    "0, --seeds must be a whole number from 1 to 100 and was 0",
    "101, --seeds must be a whole number from 1 to 100 and was 101",
    "-1, --seeds must be a whole number from 1 to 100 and was -1",
    "99999999999, --seeds is too large and was 99999999999",
    "five, --seeds must be a whole number and was five"
  })
  @DisplayName("refuses a number of seeds that makes no sense, in one line")
  void refused(String seeds, String message) {
    String expected = message.replace(" and was " + seeds, ", and was '" + seeds + "'");
    assertThat(Printed.by(new Alignment(), "--seeds", seeds))
        .isEqualTo(Printed.refusal(new Alignment(), expected));
  }
}
