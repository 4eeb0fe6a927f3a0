package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FirstTryTest {

  @Test
  void worksOnTheSamples() {
    assertThat(FirstTry.ints(Equation.of("6", "9", "42"), 36)).isEqualTo(13);
    assertThat(FirstTry.ints(Equation.of("11", "11", "121"), 36)).isEqualTo(3);
    assertThat(FirstTry.ints(Equation.of("2", "2", "2"), 36)).isZero();
    assertThat(FirstTry.longs(Equation.of("6", "9", "42"), 36)).isEqualTo(13);
    assertThat(FirstTry.longs(Equation.of("11", "11", "121"), 36)).isEqualTo(3);
    assertThat(FirstTry.longs(Equation.of("2", "2", "2"), 36)).isZero();
  }

  @Test
  void theLimitIsIncluded() {
    assertThat(FirstTry.ints(Equation.of("6", "9", "42"), 13)).isEqualTo(13);
    assertThat(FirstTry.ints(Equation.of("6", "9", "42"), 12)).isZero();
    assertThat(FirstTry.longs(Equation.of("6", "9", "42"), 13)).isEqualTo(13);
    assertThat(FirstTry.longs(Equation.of("6", "9", "42"), 12)).isZero();
  }

  @Test
  @DisplayName("ints: 10001 x 10001 = 20001 seems true in base 16, inside the published bounds")
  void intsWrapRound() {
    // In base 16 p = q = 2^16 + 1 and r = 2^17 + 1, while p * q = 2^32 + 2^17 + 1.
    Equation equation = Equation.of("10001", "10001", "20001");
    assertThat(FirstTry.ints(equation, 16)).isEqualTo(16);
    assertThat(Search.smallest(equation, 16).bases().smallest(16)).isZero();
    assertThat(FirstTry.longs(equation, 16)).isZero();
  }

  @Test
  @DisplayName("longs: 100000001 x 100000001 = 200000001 seems true in base 16")
  void longsWrapRound() {
    // In base 16 p = q = 2^32 + 1 and r = 2^33 + 1, while p * q = 2^64 + 2^33 + 1.
    Equation equation = Equation.of("100000001", "100000001", "200000001");
    assertThat(FirstTry.longs(equation, 16)).isEqualTo(16);
    assertThat(Search.smallest(equation, 16).bases().smallest(16)).isZero();
  }

  @Test
  void endsAtRadix36() {
    Equation equation = Equation.of("2", "2", "2");
    assertThatThrownBy(() -> FirstTry.ints(equation, 37)).isInstanceOf(NumberFormatException.class);
    assertThatThrownBy(() -> FirstTry.longs(equation, 37))
        .isInstanceOf(NumberFormatException.class);
  }

  @Test
  void endsAtTheFirstNumberThatDoesNotFit() {
    // 2^31 and 2^63 in base 2, one more than the largest values.
    Equation int31 = Equation.of("1" + "0".repeat(31), "1", "1" + "0".repeat(31));
    Equation long63 = Equation.of("1" + "0".repeat(63), "1", "1" + "0".repeat(63));
    assertThatThrownBy(() -> FirstTry.ints(int31, 2)).isInstanceOf(NumberFormatException.class);
    assertThat(FirstTry.longs(int31, 2)).isEqualTo(2);
    assertThatThrownBy(() -> FirstTry.longs(long63, 2)).isInstanceOf(NumberFormatException.class);
  }
}
