package workbook.newtopic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "new-topic/1",
    title = "The sum of the odd numbers",
    hints = {
      "Add them by hand for n = 1, 2, 3 and 4. What comes out?",
      "1, 4, 9, 16: what is each of them of its n?",
      "It is n * n. Of which type must that product be, so that n = 50000 is right?"
    },
    chinese =
        @Exercise.Chinese(
            title = "奇数的和",
            hints = {
              "取 n = 1、2、3、4，动手加一加，得到什么？",
              "1、4、9、16：每个数与它的 n 是什么关系？",
              "就是 n * n。这个积要用什么类型，才能让 n = 50000 也正确？"
            }))
@DisplayName("The sum of the first odd numbers")
class SumOfOddsTest {

  @Test
  @DisplayName("is what adding them gives")
  void small() {
    long sum = 0;
    for (int n = 0; n <= 100; n++) {
      assertThat(SumOfOdds.first(n)).as("first(%d)", n).isEqualTo(sum);
      // The next odd number.
      sum += 2 * n + 1;
    }
  }

  // 50000^2 is 25 x 10^8, and the largest int is 2147483647.
  @Test
  @DisplayName("is right where it is larger than an int")
  void large() {
    assertThat(SumOfOdds.first(50_000)).as("first(50000)").isEqualTo(2_500_000_000L);
  }
}
