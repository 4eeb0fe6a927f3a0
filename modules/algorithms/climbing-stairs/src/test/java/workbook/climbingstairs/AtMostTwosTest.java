package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/4",
    title = "At most k twos",
    hints = {
      "How many moves are there if exactly j of them are twos?",
      "With j twos there are n - 2j ones, so n - j moves. You only choose which of the moves are"
          + " the twos. Or: what is left of k after a 2?",
      "Refuse a negative n or k. Keep a table long[n + 1][most + 1], where most is the smaller of k and n / 2. ways[i][j] is 1"
          + " where i < 2 or j = 0, and else ways[i-1][j] + ways[i-2][j-1]. The answer is"
          + " ways[n][most]. A product of binomials would not fit a long on the way."
    },
    chinese =
        @Exercise.Chinese(
            title = "最多 k 次爬 2 阶",
            hints = {
              "恰好有 j 次爬 2 阶时，一共走多少步？",
              "有 j 次 2 阶就有 n - 2j 次 1 阶，共 n - j 步，只需选出哪几步是 2 阶。或者换个角度：爬一次 2 阶以后，k 还剩多少？",
              "先拒绝负的 n 和 k。建一张表 long[n + 1][most + 1]，most 取 k 和 n / 2 中较小的。i < 2 或 j = 0 时 ways[i][j] = 1，否则是 ways[i-1][j] + ways[i-2][j-1]。答案是 ways[n][most]。用二项式系数的乘积，中间结果会超出 long。"
            }))
@DisplayName("Exercise 4: at most k twos")
class AtMostTwosTest {

  @Test
  @DisplayName("without a two there is one way")
  void noTwo() {
    assertWays(0, 0, 1);
    assertWays(1, 0, 1);
    assertWays(50, 0, 1);
  }

  @Test
  @DisplayName("with one two: it is any of the n - 1 moves, or there is none")
  void oneTwo() {
    for (int n = 1; n <= 20; n++) {
      assertWays(n, 1, n);
    }
  }

  @Test
  @DisplayName("with more twos than fit, all ways are counted")
  void enough() {
    // A000045(11) = 89 and A000045(92).
    assertWays(10, 5, 89);
    assertWays(10, 6, 89);
    assertWays(10, Integer.MAX_VALUE, 89);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertWays(91, 45, 7_540_113_804_746_346_429L),
        "ways(91, 45) was not counted within 5 seconds");
  }

  @Test
  @DisplayName("every n up to 91 and every k: the sum of the binomials, without rounding")
  void binomials() {
    for (int n = 0; n <= 91; n++) {
      BigInteger sum = BigInteger.ZERO;
      for (int k = 0; 2 * k <= n; k++) {
        // With k twos there are n - k moves, and any k of them are the twos.
        sum = sum.add(binomial(n - k, k));
        assertWays(n, k, sum.longValueExact());
      }
    }
  }

  private static BigInteger binomial(int n, int k) {
    BigInteger binomial = BigInteger.ONE;
    for (int i = 1; i <= k; i++) {
      binomial = binomial.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return binomial;
  }

  @Test
  @DisplayName("two twos in 30 steps: a small number, with large factorials behind it")
  void factorials() {
    // No two: 1. One: 29 moves, 29. Two: of 28 moves, 28 * 27 / 2 = 378.
    assertWays(30, 2, 408);
  }

  @Test
  @DisplayName("the same as listing all ways and counting their twos")
  void listed() {
    for (int n = 0; n <= 16; n++) {
      for (int k = 0; k <= 9; k++) {
        int most = k;
        assertWays(
            n,
            k,
            Ways.all(Steps.ONE_OR_TWO, n)
                .filter(way -> way.stream().filter(move -> move == 2).count() <= most)
                .count());
      }
    }
  }

  @Test
  @DisplayName("a negative n and a negative k are refused")
  void negative() {
    assertThatThrownBy(() -> AtMostTwos.ways(-1, 1), "ways(-1, 1)")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AtMostTwos.ways(1, -1), "ways(1, -1)")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertWays(int n, int k, long expected) {
    assertThat(AtMostTwos.ways(n, k)).as("ways(%d, %d)", n, k).isEqualTo(expected);
  }
}
