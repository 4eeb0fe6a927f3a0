package workbook.newtopic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "new-topic/3",
    title = "The last number of a sum",
    hints = {
      "For a sum of 10 the answer is 4. What is it for 9, and for 11?",
      "One n after the other takes a billion steps for 10^18. What would halving take?",
      "Keep low and high. Is the sum up to the middle above the sum that was asked for?"
    },
    chinese =
        @Exercise.Chinese(
            title = "和的最后一个数",
            hints = {
              "和是 10 时答案是 4。和是 9 呢，11 呢？",
              "对 10^18，一个一个试要十亿步。每次折半要几步？",
              "维护 low 和 high。加到中点的和，是否大于给定的和？"
            }))
@DisplayName("The last number of a sum")
class LastOfSumTest {

  private static void check(long sum, int last) {
    assertThat(LastOfSum.notAbove(sum)).as("notAbove(%d)", sum).isEqualTo(last);
  }

  // 1 + 2 + 3 + 4 = 10, and 15 is the next such sum.
  @Test
  @DisplayName("of 10 to 14 is 4, of 9 it is 3")
  void small() {
    check(0, 0);
    check(1, 1);
    check(2, 1);
    check(9, 3);
    check(10, 4);
    check(14, 4);
    check(15, 5);
  }

  // 10^9 x (10^9 + 1) / 2 is 500000000500000000.
  @Test
  @DisplayName("is exact where a double is not")
  void large() {
    check(500_000_000_499_999_999L, 999_999_999);
    check(500_000_000_500_000_000L, 1_000_000_000);
  }
}
