package workbook.newtopic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "new-topic/2",
    title = "The sum from one number to another",
    hints = {
      "What is 3 + 4 + 5, as a difference of two sums that begin at 1?",
      "Which numbers are in 1 + ... + 5, and not in 3 + 4 + 5?",
      "It is the sum up to `to`, minus the sum up to `from - 1`; and 0 where from is above to."
    },
    chinese =
        @Exercise.Chinese(
            title = "从一个数加到另一个数",
            hints = {
              "3 + 4 + 5 怎样写成两个从 1 加起的和之差？",
              "哪些数在 1 + … + 5 里，而不在 3 + 4 + 5 里？",
              "加到 `to` 的和，减去加到 `from - 1` 的和；from 大于 to 时是 0。"
            }))
@DisplayName("The sum of a range")
class SumOfRangeTest {

  @Test
  @DisplayName("holds both its ends: 3 + 4 + 5 = 12")
  void bothEnds() {
    assertThat(SumOfRange.of(3, 5)).as("of(3, 5)").isEqualTo(12);
  }

  @Test
  @DisplayName("is what adding gives, and 0 where there is nothing to add")
  void adding() {
    for (int from = 1; from <= 12; from++) {
      long sum = 0;
      for (int to = 0; to <= 20; to++) {
        sum += to < from ? 0 : to;
        assertThat(SumOfRange.of(from, to)).as("of(%d, %d)", from, to).isEqualTo(sum);
      }
    }
  }

  // 2^31 - 2 and 2^31 - 1.
  @Test
  @DisplayName("goes up to the largest int")
  void largest() {
    assertThat(SumOfRange.of(2_147_483_646, 2_147_483_647))
        .as("of(2147483646, 2147483647)")
        .isEqualTo((1L << 32) - 3);
  }
}
