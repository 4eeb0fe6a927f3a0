package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EquationTest {

  @ParameterizedTest
  @CsvSource({"0, 0, 0, 2", "1, 1, 1, 2", "2, 1, 1, 3", "1, 3, 1, 4", "1, 1, 42, 5", "9, 9, 9, 10"})
  @DisplayName("The lowest base is above every digit, and 2 at least")
  void lowestBase(String p, String q, String r, int lowest) {
    assertThat(Equation.of(p, q, r).lowestBase()).isEqualTo(lowest);
  }

  @Test
  void holdsInABaseWhereBothSidesHaveOneValue() {
    Equation equation = Equation.of("6", "9", "42");
    // 6 * 9 = 54 = 4 * 13 + 2, and 4 * 12 + 2 = 50.
    assertThat(equation.holdsIn(13)).isTrue();
    assertThat(equation.holdsIn(12)).isFalse();
    assertThat(equation.length()).isEqualTo(4);
    assertThat(equation).hasToString("6 x 9 = 42");
  }

  @Test
  void theNumeralThatCannotBeReadIsNamed() {
    assertThatThrownBy(() -> Equation.of("x", "y", "z")).hasMessageStartingWith("p: character 1");
    assertThatThrownBy(() -> Equation.of("1", "", "z")).hasMessage("q: there is no digit");
    assertThatThrownBy(() -> Equation.of("1", "1", "1z")).hasMessageStartingWith("r: character 2");
  }
}
