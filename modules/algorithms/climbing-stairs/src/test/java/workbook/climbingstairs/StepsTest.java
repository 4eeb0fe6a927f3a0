package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Steps and numbers")
class StepsTest {

  @Test
  @DisplayName("sizes are sorted, and each is there once")
  void sorted() {
    Steps steps = Steps.of(5, 1, 3, 1);
    assertThat(steps.sizes()).containsExactly(1, 3, 5);
    assertThat(steps.largest()).isEqualTo(5);
    assertThat(steps).isEqualTo(Steps.of(1, 3, 5));
  }

  @Test
  @DisplayName("read as a person would say them")
  void words() {
    assertThat(Steps.of(3)).hasToString("3");
    assertThat(Steps.ONE_OR_TWO).hasToString("1 or 2");
    assertThat(Steps.of(1, 3, 5)).hasToString("1, 3 or 5");
    assertThat(Steps.upTo(3)).hasToString("1, 2 or 3");
    assertThat(Steps.upTo(4)).hasToString("1 to 4");
    assertThat(Steps.of(3, 4, 5, 6)).hasToString("3 to 6");
    assertThat(Steps.of(1, 2, 3, 5)).hasToString("1, 2, 3 or 5");
  }

  @Test
  @DisplayName("a step of 0 and no step at all are refused")
  void refused() {
    assertThatThrownBy(() -> Steps.of(2, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a step must have size 1 or more, and one had 0");
    assertThatThrownBy(() -> new Steps(List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("at least one size of step is needed");
  }

  @Test
  @DisplayName("a modulus below 1 is refused; modulo 1 everything is 0")
  void modulus() {
    assertThatThrownBy(() -> new Modulo(BigInteger.ZERO, new Counter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the modulus must be 1 or more, and was 0");
    assertThat(LinearRecurrence.ways(Steps.of(1), 0, new Modulo(BigInteger.ONE, new Counter())))
        .isEqualTo(0);
  }

  @Test
  @DisplayName("remainders stay below the modulus, after a sum and after a product")
  void remainders() {
    Modulo modulo7 = new Modulo(BigInteger.valueOf(7), new Counter());
    // 5 + 6 = 11 = 7 + 4; 5 * 6 = 30 = 28 + 2
    assertThat(modulo7.plus(BigInteger.valueOf(5), BigInteger.valueOf(6))).isEqualTo(4);
    assertThat(modulo7.times(BigInteger.valueOf(5), BigInteger.valueOf(6))).isEqualTo(2);
  }

  @Test
  @DisplayName("n up to the largest long, modulo 10^9 + 7")
  void largestN() {
    // The period of the Fibonacci numbers modulo 10^9 + 7 is 2000000016 (it divides 2p + 2, and p
    // is
    // 2 modulo 5), so n can be brought down first.
    BigInteger m = BigInteger.valueOf(1_000_000_007);
    long n = Long.MAX_VALUE;
    assertThat(LinearRecurrence.ways(Steps.ONE_OR_TWO, n, new Modulo(m, new Counter())))
        .isEqualTo(
            LinearRecurrence.ways(
                Steps.ONE_OR_TWO, n % 2_000_000_016L, new Modulo(m, new Counter())))
        .isNotEqualTo(BigInteger.ONE);
  }

  @Test
  @DisplayName("bounds lie on both sides of the number")
  void bounds() {
    Bounds bounds = new Bounds(2);
    Bounds.Interval a = new Bounds.Interval(new BigDecimal(99), new BigDecimal(99));
    // 99 + 99 = 198 and 99 * 99 = 9801, kept to two digits.
    assertThat(bounds.plus(a, a))
        .isEqualTo(new Bounds.Interval(new BigDecimal("1.9E+2"), new BigDecimal("2.0E+2")));
    assertThat(bounds.times(a, a))
        .isEqualTo(new Bounds.Interval(new BigDecimal("9.8E+3"), new BigDecimal("9.9E+3")));
    assertThat(bounds.plus(bounds.zero(), bounds.one())).isEqualTo(bounds.one());
    assertThat(bounds.times(bounds.zero(), bounds.one())).isEqualTo(bounds.zero());
  }
}
