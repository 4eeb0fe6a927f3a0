package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "base-detection/1",
    title = "A sum instead of a product",
    hints = {
      "In 5 + 1 = 11, which base would make both sides equal, and can you write a 5 in that base?",
      "Numeral reads digits and gives their value in a base as a BigInteger. Which is the first"
          + " base worth a try?",
      "For each base from the largest digit + 1 (2 at least) to the limit, the limit included:"
          + " return it if the value of p plus the value of q equals the value of r; 0 if none does."
    },
    chinese =
        @Exercise.Chinese(
            title = "把乘积换成和",
            hints = {
              "在 5 + 1 = 11 中，哪个进制能让两边相等？那个进制里写得出 5 吗？",
              "Numeral 读入数字，并以 BigInteger 给出它在某个进制下的值。第一个值得一试的进制是多少？",
              "从最大的数字加 1（至少为 2）到上限（含上限）逐个尝试：p 的值加 q 的值等于 r 的值时，返回这个进制；都不成立就返回 0。"
            }))
class SumBaseTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # 12 = 1 * 12 + 0
          5,  7, 10,  40, 12
          # 18 = 1 * 11 + 7
          9,  9, 17,  40, 11
          1,  1, 10,  40, 2
          # nothing carried: true in every base from 3 on
          1,  1, 2,   40, 3
          # 9B + 10 = B^2 has the root 10
          99, 1, 100, 40, 10
          # no base
          1,  1, 3,   40, 0
          0,  0, 0,   40, 2
          001, 1, 02, 40, 3
          """)
  @DisplayName("The smallest base in which p + q = r")
  void smallest(String p, String q, String r, int limit, int base) {
    assertSmallest(p, q, r, limit, base);
  }

  @Test
  @DisplayName("Every digit is below the base")
  void digits() {
    // 6 = 1 * 5 + 1, and 5 is no digit in base 5.
    assertSmallest("5", "1", "11", 40, 0);
    // 7 = 1 * 5 + 2.
    assertSmallest("7", "0", "12", 40, 0);
    // 3 + 1 = 4 = 1 * 4: the digit 3 is just below the base.
    assertSmallest("3", "1", "10", 40, 4);
    // 1 + 1 = 2 in base 2 has a digit 2.
    assertSmallest("1", "1", "2", 2, 0);
  }

  @Test
  @DisplayName("The limit is included")
  void limit() {
    assertSmallest("5", "7", "10", 12, 12);
    assertSmallest("5", "7", "10", 11, 0);
    assertSmallest("0", "0", "0", 2, 2);
  }

  @Test
  @DisplayName("Limits above 36 and numbers of 40 digits")
  void large() {
    assertSmallest("2", "2", "2", 1000, 0);
    assertSmallest("9".repeat(40), "1", "1" + "0".repeat(40), 40, 10);
    assertSmallest("7".repeat(40), "1", "1" + "0".repeat(40), 40, 8);
    // 10^40 + 1 is not 10^40, in whatever base.
    assertSmallest("1" + "0".repeat(40), "1", "1" + "0".repeat(40), 40, 0);
    // 2^64 + 2^64 would be 0 in a long.
    assertSmallest("18446744073709551616", "18446744073709551616", "0", 40, 0);
  }

  @Test
  @DisplayName("p, q below 30, r below 70: what Integer.parseInt finds up to base 36")
  void sameAsTheJdk() {
    for (int p = 0; p < 30; p++) {
      for (int q = 0; q < 30; q++) {
        for (int r = 0; r < 70; r++) {
          int expected = 0;
          for (int base = 36; base >= Equation.of("" + p, "" + q, "" + r).lowestBase(); base--) {
            int sum = Integer.parseInt("" + p, base) + Integer.parseInt("" + q, base);
            expected = sum == Integer.parseInt("" + r, base) ? base : expected;
          }
          assertSmallest("" + p, "" + q, "" + r, 36, expected);
        }
      }
    }
  }

  private static void assertSmallest(String p, String q, String r, int limit, int base) {
    assertThat(SumBase.smallest(p, q, r, limit))
        .as("smallest(%s, %s, %s, %d)", p, q, r, limit)
        .isEqualTo(base);
  }
}
