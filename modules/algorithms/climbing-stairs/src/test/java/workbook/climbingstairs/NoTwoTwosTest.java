package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/3",
    title = "Never two 2-steps in a row",
    hints = {
      "The last move is a 1 or a 2. If it is a 2, what do you know about the move before it?",
      "Unless it was the only one, the move before a last 2 was a 1. So those two moves together"
          + " are 3 steps high.",
      "ways(n) = ways(n-1) + ways(n-3) from n = 3 on. For n = 0, 1, 2 count by hand: a single 2 has"
          + " no neighbour. Refuse a negative n."
    },
    chinese =
        @Exercise.Chinese(
            title = "不许连续两次爬 2 阶",
            hints = {
              "最后一步是 1 阶或 2 阶。如果是 2 阶，前一步是什么？",
              "最后的 2 阶如果不是唯一的一步，前一步就是 1 阶，这两步合起来是 3 阶。",
              "n ≥ 3 时 ways(n) = ways(n-1) + ways(n-3)。n = 0、1、2 用手数：单独的一个 2 没有邻居。负的 n 要拒绝。"
            }))
@DisplayName("Exercise 3: never two 2-steps in a row")
class NoTwoTwosTest {

  @Test
  @DisplayName("Narayana's cows, OEIS A000930, which says: compositions with no two 2's adjacent")
  void published() {
    // A000930(n) counts them for n - 1 steps.
    long[] published = {
      1, 1, 1, 2, 3, 4, 6, 9, 13, 19, 28, 41, 60, 88, 129, 189, 277, 406, 595, 872, 1278, 1873, 2745
    };
    for (int n = 0; n + 1 < published.length; n++) {
      assertWays(n, published[n + 1]);
    }
  }

  @Test
  @DisplayName("the same as listing all ways and leaving out those with 2 after 2")
  void listed() {
    for (int n = 0; n <= 18; n++) {
      assertWays(
          n, Ways.all(Steps.ONE_OR_TWO, n).filter(way -> !way.toString().contains("2, 2")).count());
    }
  }

  @Test
  @DisplayName("at 100 steps the number does not fit an int, and is there at once")
  void large() {
    // The last two terms of A000930 that the encyclopedia lists are its numbers 42 and 43.
    assertSoon(42, 8_407_925L);
    // From there on by the rule of A000930, a(n) = a(n-1) + a(n-3): that of steps of 1 or 3.
    long expected =
        LinearRecurrence.ways(Steps.of(1, 3), 101, new Exact(new Counter())).longValueExact();
    assertSoon(100, expected);
  }

  @Test
  @DisplayName("a negative n is refused")
  void negative() {
    assertThatThrownBy(() -> NoTwoTwos.ways(-1), "ways(-1)")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertSoon(int n, long expected) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertWays(n, expected),
        "ways(%d) was not counted within 5 seconds".formatted(n));
  }

  private static void assertWays(int n, long expected) {
    assertThat(NoTwoTwos.ways(n)).as("ways(%d)", n).isEqualTo(expected);
  }
}
