package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Softmax in double")
class SoftmaxTest {

  @Test
  @DisplayName("divides e^x by the sum of them, of the scores that it is told")
  void part() {
    // 1, 2 and 5 of 8.
    float[] scores = {99, 0, (float) Math.log(2), (float) Math.log(5), 99};
    double[] p = Softmax.of(scores, 1, 3);
    assertThat(p[0]).isCloseTo(1 / 8.0, within(1e-7));
    assertThat(p[1]).isCloseTo(2 / 8.0, within(1e-7));
    assertThat(p[2]).isCloseTo(5 / 8.0, within(1e-7));
    assertThat(p).hasSize(3);
  }

  @Test
  @DisplayName("does not overflow")
  void large() {
    assertThat(Softmax.of(new float[] {3e38f, 3e38f}, 0, 2)).containsExactly(.5, .5);
  }
}
