package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/5",
    title = "The last digits repeat",
    hints = {
      "Which two numbers decide all that come after them? How many different pairs can there be?",
      "Follow the pair (ways(n), ways(n+1)) modulo m until it is what it was at the start. One"
          + " number alone is not enough.",
      "Refuse an m below 1. Start with 1 % m and 1 % m, add in long, and count until both are again what they were at"
          + " the start. Try m = 1."
    },
    chinese =
        @Exercise.Chinese(
            title = "末几位会循环",
            hints = {
              "后面的数由哪两个数决定？这样的数对最多有多少种？",
              "跟踪模 m 的数对 (ways(n), ways(n+1))，直到它回到最初的样子。只看一个数不够。",
              "先拒绝小于 1 的 m。从 1 % m 和 1 % m 开始，用 long 相加，数到两个数都回到开头为止。试试 m = 1。"
            }))
@DisplayName("Exercise 5: the last digits repeat")
class PeriodTest {

  @Test
  @DisplayName("modulo 2 it goes 1, 1, 0 and again")
  void two() {
    assertPeriod(2, 3);
  }

  @Test
  @DisplayName("modulo 1 everything is 0, and repeats after one step")
  void one() {
    assertPeriod(1, 1);
  }

  @Test
  @DisplayName("the Pisano periods, OEIS A001175")
  void published() {
    int[] published = {
      1, 3, 8, 6, 20, 24, 16, 12, 24, 60, 10, 24, 28, 48, 40, 24, 36, 24, 18, 60, 16, 30, 48, 24,
      100, 84, 72, 48, 14, 120, 30, 48, 40, 36, 80, 24, 76, 18, 56, 60, 40, 48, 88, 30, 120, 48, 32,
      24, 112
    };
    for (int m = 1; m <= published.length; m++) {
      assertPeriod(m, published[m - 1]);
    }
  }

  @Test
  @DisplayName("the last six digits repeat after 1,500,000 steps")
  void sixDigits() {
    // For 10^k and k > 2 the period is 15 * 10^(k-1): OEIS A096363.
    assertPeriod(1_000, 1_500);
    assertPeriod(1_000_000, 1_500_000);
  }

  @Test
  @DisplayName("modulo the largest Fibonacci number that is an int")
  void largest() {
    // Modulo F(k) the numbers are 0 at k and F(k-1) after it, and F(k-1)^2 is 1 more or less than a
    // multiple of F(k): Cassini, 1 for even k. So all is as before at 2k, and F(46) = 1836311903.
    long period =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> Period.of(1_836_311_903),
            "the period modulo 1836311903 is 92, and was not found within 5 seconds. Two remainders"
                + " may add up to more than an int holds");
    assertThat(period).as("the period modulo 1836311903").isEqualTo(92);
  }

  @Test
  @DisplayName("0 and less are refused")
  void refused() {
    assertThatThrownBy(() -> Period.of(0), "the period modulo 0")
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Period.of(-5), "the period modulo -5")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertPeriod(int m, long expected) {
    long period =
        assertTimeoutPreemptively(
            Duration.ofSeconds(5),
            () -> Period.of(m),
            "the period modulo %d was not found within 5 seconds".formatted(m));
    assertThat(period).as("the period modulo %d", m).isEqualTo(expected);
  }
}
