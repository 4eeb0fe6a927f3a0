package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "base-detection/4",
    title = "Negative bases",
    hints = {
      "Work out 192 in base -13 on paper. Which powers of the base count up, and which down?",
      "Numeral.value works for a negative base too. Which digits can be written in base -13, and so"
          + " which is the first base worth a try?",
      "From -(largest digit + 1), or -2 if that is nearer to 0 than -2, count down to -limit;"
          + " return the first base in which the two sides have one value; 0 if there is none."
    },
    chinese =
        @Exercise.Chinese(
            title = "负进制",
            hints = {
              "在纸上算一算 192 在 -13 进制下的值。哪些幂是加，哪些是减？",
              "Numeral.value 对负进制同样有效。-13 进制里能写哪些数字？所以第一个值得一试的进制是多少？",
              "从 -(最大的数字 + 1) 开始（若它比 -2 更接近 0，则从 -2 开始），往下数到 -limit；返回第一个使两边的值相等的进制，没有就返回 0。"
            }))
class NegativeBaseTest {

  @Test
  @DisplayName("6 x 9 = 54, written in three negative bases")
  void fiftyFour() {
    // 169 - 117 + 2, 144 - 96 + 6, 100 - 50 + 4
    assertNearest("6", "9", "192", 40, -13);
    assertNearest("6", "9", "186", 40, -12);
    assertNearest("6", "9", "154", 40, -10);
  }

  @Test
  @DisplayName("The base nearest to 0, where many hold")
  void nearest() {
    // (B + 1)(B + 1) = B^2 + 2B + 1 is true of every number; the digit 2 needs a base beyond -2.
    assertNearest("11", "11", "121", 40, -3);
    assertNearest("1", "1", "1", 40, -2);
    assertNearest("0", "0", "0", 40, -2);
  }

  @Test
  @DisplayName("Every digit is below the distance of the base from 0")
  void digits() {
    // 3 * 3 = 9 = 1 * 9 + 0 * -3 + 0, but 3 is no digit in base -3.
    assertNearest("3", "3", "100", 40, 0);
    // 3 * 3 = 9 = 16 - 2 * 4 + 1
    assertNearest("3", "3", "121", 40, -4);
    assertNearest("2", "2", "2", 40, 0);
    // True in base 13, and 4 * -13 + 2 is negative.
    assertNearest("6", "9", "42", 40, 0);
  }

  @Test
  @DisplayName("The limit is included")
  void limit() {
    assertNearest("6", "9", "192", 13, -13);
    assertNearest("6", "9", "192", 12, 0);
    assertNearest("1", "1", "1", 2, -2);
  }

  @Test
  @DisplayName("Numbers of 40 digits")
  void large() {
    // 9 * 9 = 81 = 100 - 20 + 1, and the zeros shift it by an even power.
    String zeros = "0".repeat(40);
    assertNearest("9" + zeros, "9", "121" + zeros, 40, -10);
    assertNearest("1" + zeros, "1" + zeros, "0", 40, 0);
    // B^41 is not B^41 + 1.
    assertNearest("1" + zeros + "0", "1", "1" + zeros + "1", 40, 0);
  }

  private static void assertNearest(String p, String q, String r, int limit, int base) {
    assertThat(NegativeBase.nearest(p, q, r, limit))
        .as("nearest(%s, %s, %s, %d)", p, q, r, limit)
        .isEqualTo(base);
  }
}
