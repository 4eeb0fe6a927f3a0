package workbook.newtopic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
