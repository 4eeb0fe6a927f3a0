package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

class CarriesTest {

  @Test
  @DisplayName("p(x)q(x) - r(x) = (B - x) K(x), and no coefficient of K is negative")
  void factored() {
    long seed = 69;
    RandomEquations equations = new RandomEquations(seed, 30);
    int carried = 0;
    for (int i = 0; i < 5_000; i++) {
      Equation equation = equations.next();
      if (Divisors.bases(equation).bases() instanceof Bases.One(int base)) {
        carried++;
        long[] k = Carries.of(equation, base);
        Difference difference = Difference.of(equation);
        for (int power = 0; power < k.length; power++) {
          // The coefficient of x^power in (B - x) K(x).
          long expected = base * k[power] - (power > 0 ? k[power - 1] : 0);
          assertThat((long) difference.coefficient(power))
              .as("%s, seed %d", equation, seed)
              .isEqualTo(expected);
        }
        assertThat(k[k.length - 1]).as("%s: the last carry", equation).isZero();
        assertThat(Arrays.stream(k).min().getAsLong()).as("%s", equation).isNotNegative();
        assertThat(Arrays.stream(k).max().getAsLong()).as("%s", equation).isPositive();
      }
    }
    assertThat(carried).isGreaterThan(1_000);
  }

  @Test
  @DisplayName("An equation without a carry is true in every base")
  void nothingCarried() {
    assertThat(Carries.of(Equation.of("11", "11", "121"), 3)).containsOnly(0);
  }

  @Test
  void table() {
    // 89 x 191, columns 9*1 | 8*1 + 9*9 | 8*9 + 9*1 | 8*1; in base 82 89 = 1 * 82 + 7.
    assertThat(Printed.by(new Carries(), "89", "191", "9079").out())
        .isEqualTo(
            """
            89 x 191 = 9079 in base 82

            column   products   carried in   together   digit of r   carried out
            B^0             9            0          9            9             0
            B^1            89            0         89            7             1
            B^2            81            1         82            0             1
            B^3             8            1          9            9             0

            p(B)q(B) - r(B) = 82B + 81B^2 - B^3
            """);
    assertThat(Printed.by(new Carries(), "2", "2", "2").out())
        .isEqualTo("2 x 2 = 2\ntrue in no base\n");
    assertThat(Printed.by(new Carries(), "1", "2", "2").out())
        .isEqualTo(
            """
            1 x 2 = 2 in base 3

            column   products   carried in   together   digit of r   carried out
            B^0             2            0          2            2             0

            p(B)q(B) - r(B) = 0
            """);
  }

  @Test
  void badArguments() {
    assertThat(Printed.by(new Carries(), "6", "9", "4z").err())
        .isEqualTo("base-detection/carries: r: character 2 is 'z', and a digit is 0 to 9\n");
  }
}
