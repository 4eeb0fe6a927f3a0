package workbook.scalinglaws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "scaling-laws/2",
    title = "How long may an answer be?",
    hints = {
      "Take logarithms of right^k >= wanted, and mind the sign: the logarithm of a probability is negative.",
      "k is log(wanted) / log(right), rounded down. But log(1.5943229999999992e-7) / log(0.3) is 12.999999999999998, and 1 has the logarithm 0.",
      "Return Integer.MAX_VALUE for right == 1. Otherwise begin with (int) of the quotient; go down while k > 0 and pow(right, k) < wanted; go up while k < Integer.MAX_VALUE and pow(right, k + 1) >= wanted."
    },
    chinese =
        @Exercise.Chinese(
            title = "答案可以有多长？",
            hints = {
              "对 right^k >= wanted 取对数，注意符号：概率的对数是负数。",
              "k 是 log(wanted) / log(right) 向下取整。可是 log(1.5943229999999992e-7) / log(0.3) 等于 12.999999999999998，而 1 的对数是 0。",
              "right == 1 时返回 Integer.MAX_VALUE。否则先取商的 (int)；当 k > 0 且 pow(right, k) < wanted 时减一；当 k < Integer.MAX_VALUE 且 pow(right, k + 1) >= wanted 时加一。"
            }))
@DisplayName("Exercise 2: how long may an answer be?")
class LongestAnswerTest {

  private static void assertTokens(int expected, double right, double wanted) {
    int tokens = LongestAnswer.tokens(right, wanted);
    assertThat(tokens)
        .withFailMessage(
            "tokens for right = %s and wanted = %s: expected %d but was %d",
            right, wanted, expected, tokens)
        .isEqualTo(expected);
  }

  /// 0.9^6 = 0.531441 and 0.9^7 = 0.4782969; 0.99^68 = 0.50488 and 0.99^69 = 0.49984 (by bc).
  @Test
  @DisplayName("between two powers")
  void between() {
    assertTokens(6, .9, .5);
    assertTokens(68, .99, .5);
    assertTokens(2, .5, .2);
  }

  /// Powers of 1/2 are exact. 0.1 is stored as 0.1000000000000000055, so its cube is a little more
  /// than 0.001; the thirteenth power of the 0.3 that is stored is, by BigDecimal, a little more
  /// than 1.5943229999999992e-7, and the quotient of the logarithms is a little less than 13.
  @Test
  @DisplayName("equal is enough")
  void equal() {
    assertTokens(3, .5, .125);
    assertTokens(10, .5, 1.0 / 1024);
    assertTokens(2, .5, .1250000001);
    assertTokens(3, .1, .001);
    assertTokens(13, .3, 1.5943229999999992e-7);
    assertTokens(1, .7, .7);
  }

  /// The neighbour of 1/8 is more than 1/8. The 0.7 that is stored is less than 7/10, and its cube
  /// less than the 0.343 that is stored, by BigDecimal and by Math.pow.
  @Test
  @DisplayName("a little less is not enough")
  void less() {
    assertTokens(2, .5, Math.nextUp(.125));
    assertTokens(2, .7, .343);
    assertTokens(0, .5, Math.nextUp(.5));
  }

  /// ln 0.5 / ln (1 - 1e-7) = 6,931,471.46, and of 1 - 1e-6 it is 693,146.83 (by bc).
  @Test
  @DisplayName("millions of tokens, of which each is nearly always right")
  void millions() {
    assertTokens(6_931_471, 1 - 1e-7, .5);
    assertTokens(693_146, 1 - 1e-6, .5);
  }

  @Test
  @DisplayName("not even one token, and no end")
  void ends() {
    assertTokens(0, .5, .6);
    assertTokens(0, 0, .5);
    assertTokens(0, .999, 1);
    assertTokens(Integer.MAX_VALUE, 1, .5);
    assertTokens(Integer.MAX_VALUE, 1, 1);
    // ln 1e-300 / ln (1 - 1e-7) = 6.9e9.
    assertTokens(Integer.MAX_VALUE, 1 - 1e-7, 1e-300);
  }
}
