package workbook.command.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The screen's width")
class ScreenTest {

  @Test
  @DisplayName("is the terminal's, and 80 where there is none")
  void terminal() {
    assertThat(Screen.columns(Map.of(), Optional.of(132))).isEqualTo(132);
    assertThat(Screen.columns(Map.of(), Optional.empty())).isEqualTo(80);
  }

  @Test
  @DisplayName("is what COLUMNS says, if that is a number")
  void columnsVariable() {
    assertThat(Screen.columns(Map.of("COLUMNS", "100"), Optional.of(132))).isEqualTo(100);
    assertThat(Screen.columns(Map.of("COLUMNS", "wide"), Optional.of(132))).isEqualTo(132);
    assertThat(Screen.columns(Map.of("COLUMNS", "0"), Optional.empty())).isEqualTo(80);
    assertThat(Screen.columns(Map.of("COLUMNS", "99999999999"), Optional.empty())).isEqualTo(80);
  }

  @Test
  @DisplayName("is 40 at least")
  void narrow() {
    assertThat(Screen.columns(Map.of(), Optional.of(39))).isEqualTo(40);
    assertThat(Screen.columns(Map.of(), Optional.of(41))).isEqualTo(41);
    assertThat(Screen.columns(Map.of("COLUMNS", "7"), Optional.empty())).isEqualTo(40);
  }

  @Test
  @DisplayName("stands behind the rows in what stty prints")
  void stty() {
    assertThat(Screen.size("24 132\n")).hasValue(new Screen.Size(24, 132));
  }

  @ParameterizedTest(name = "\"{0}\"")
  @DisplayName("is not known to a terminal that says 0, or nothing")
  @ValueSource(strings = {"0 0\n", "", "stty: not a terminal"})
  void unknown(String printed) {
    assertThat(Screen.size(printed)).isEmpty();
  }
}
