package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
      "Add up the binomials (n-j over j) for j from 0 to the smaller of k and n/2. Build each with"
          + " c = c * (m - i) / (i + 1), which stays whole, instead of with factorials, which do"
          + " not fit."
    })
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
    assertWays(91, 45, 7_540_113_804_746_346_429L);
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
