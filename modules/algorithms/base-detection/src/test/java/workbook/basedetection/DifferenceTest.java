package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferenceTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          6,     9,  42,     52 - 4B
          11,    11, 121,    0
          2,     2,  2,      2
          1,     1,  2,      -1
          1,     1,  11,     -B
          11,    1,  1,      B
          1,     1,  101,    -B^2
          11,    11, 1,      2B + B^2
          99,    9,  9,      72 + 81B
          2,     1,  1,      1
          111,   1,  2,      -1 + B + B^2
          1111,  1,  0,      1 + B + B^2 + ..
          1110,  1,  0,      B + B^2 + B^3
          0,     0,  10203,  -3 - 2B^2 - B^4
          """)
  @DisplayName("p(B)q(B) - r(B), the lowest power first, and no more than three terms")
  void text(String p, String q, String r, String polynomial) {
    assertThat(Difference.of(Equation.of(p, q, r))).hasToString(polynomial);
  }
}
