package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "climbing-stairs/1",
    title = "Some steps are broken",
    hints = {
      "How many ways are there to stand on a step that you must not stand on?",
      "Take the table of this topic. What has to change in it, and in which entries? Look at the"
          + " first ones too.",
      "Refuse a negative n. ways[0] = 1, for the floor. For each i from 1 to n: 0 if i is broken, or else ways[i-1] +"
          + " ways[i-2], where what lies below the floor counts 0."
    },
    chinese =
        @Exercise.Chinese(
            title = "有些台阶坏了",
            hints = {
              "踩到一级不能踩的台阶，有多少种爬法？",
              "拿本主题里的那张表来：哪些项要改，改成什么？最前面的几项也要看。",
              "先拒绝负的 n。ways[0] = 1 表示地面。i 从 1 到 n：第 i 阶坏了就是 0，否则是 ways[i-1] + ways[i-2]，地面以下的按 0 算。"
            }))
@DisplayName("Exercise 1: some steps are broken")
class BrokenStepsTest {

  @Test
  @DisplayName("with nothing broken, all is as it was")
  void nothingBroken() {
    List<Long> published = List.of(1L, 1L, 2L, 3L, 5L, 8L, 13L, 21L, 34L); // A000045, from 1
    for (int n = 0; n < published.size(); n++) {
      assertWays(n, Set.of(), published.get(n));
    }
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> assertWays(91, Set.of(), 7_540_113_804_746_346_429L),
        "ways(91) with [] broken was not counted within 5 seconds");
  }

  @Test
  @DisplayName("the floor is not a step: there is one way to stay on it, whatever is broken")
  void floor() {
    assertWays(0, Set.of(), 1);
    assertWays(0, Set.of(0, 1), 1);
  }

  @Test
  @DisplayName("the first step may be the broken one")
  void first() {
    // Only the jump over it is left, and then no step, or one.
    assertWays(1, Set.of(1), 0);
    assertWays(2, Set.of(1), 1);
    assertWays(3, Set.of(1), 1);
  }

  @Test
  @DisplayName("a broken top is never reached, and neither is one behind two broken steps")
  void unreachable() {
    assertWays(5, Set.of(5), 0);
    assertWays(9, Set.of(4, 5), 0);
    assertWays(2, Set.of(1, 2), 0);
  }

  @Test
  @DisplayName("a broken step cuts the stairs in two: 1, jump over 2, and 1 more")
  void inTheMiddle() {
    assertWays(4, Set.of(2), 1);
    // Two steps below and two above the jump over 3: 2 * 2.
    assertWays(6, Set.of(3), 4);
  }

  @Test
  @DisplayName("numbers that are no step of these stairs mean nothing")
  void elsewhere() {
    assertWays(4, Set.of(-1, 0, 5, 100), 5);
  }

  @Test
  @DisplayName("the sums do not fit an int")
  void large() {
    // 1 is broken, so the first move is a 2, and 58 steps are left: A000045(59).
    assertWays(60, Set.of(1), 956_722_026_041L);
  }

  @Test
  @DisplayName("a step above 64 may be broken as well")
  void beyond64() {
    // Every climb jumps over 66, from 65 to 67: ways(65) below and ways(91 - 67) above.
    long expected = Overflow.checkedLong(65) * Overflow.checkedLong(24);
    assertWays(91, Set.of(66), expected);
    assertWays(66, Set.of(65), Overflow.checkedLong(64));
  }

  @Test
  @DisplayName("the same as listing all ways and leaving out those that step on a broken step")
  void listed() {
    for (int n = 0; n <= 9; n++) {
      for (int subset = 0; subset < 1 << n; subset++) {
        Set<Integer> broken = new TreeSet<>();
        for (int step = 1; step <= n; step++) {
          if ((subset >> step - 1 & 1) == 1) {
            broken.add(step);
          }
        }
        assertWays(
            n, broken, Ways.all(Steps.ONE_OR_TWO, n).filter(way -> !standsOn(broken, way)).count());
      }
    }
  }

  private static boolean standsOn(Set<Integer> broken, List<Integer> way) {
    int at = 0;
    for (int move : way) {
      at += move;
      if (broken.contains(at)) {
        return true;
      }
    }
    return false;
  }

  @Test
  @DisplayName("a negative n is refused")
  void negative() {
    assertThatThrownBy(() -> BrokenSteps.ways(-1, Set.of()), "ways(-1)")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertWays(int n, Set<Integer> broken, long expected) {
    assertThat(BrokenSteps.ways(n, broken))
        .as("ways(%d) with %s broken", n, new TreeSet<>(broken))
        .isEqualTo(expected);
  }
}
