package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Printed;

@DisplayName("The printed system")
class StateSpaceTest {

  private static final int NAMES = 16;
  private static final int COLUMN = 12;

  @ParameterizedTest
  @ValueSource(strings = {"0.1", "3", "100"})
  @DisplayName("keeps its columns apart, however fast a wrong step lets it grow")
  void columns(String step) {
    Printed printed = Printed.by(new StateSpace(), "--by", "euler", "--step", step);
    assertThat(printed.out().lines().skip(2))
        .hasSize(8)
        .allSatisfy(row -> {
          assertThat(row).hasSize(NAMES + 5 * COLUMN);
          for (int at = NAMES; at < row.length(); at += COLUMN) {
            assertThat(row.charAt(at)).as("%d of %s", at, row).isEqualTo(' ');
          }
        });
  }
}
