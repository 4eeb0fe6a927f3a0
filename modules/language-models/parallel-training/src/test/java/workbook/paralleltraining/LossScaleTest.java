package workbook.paralleltraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Golden;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "parallel-training/3",
    title = "A loss scale that finds itself",
    hints = {
      "What must you know from one call to the next? Two numbers are enough.",
      "Look at all gradients before you change the first. A step that is left out costs the count of"
          + " good steps as well as half the scale.",
      "Keep scale and the number of good steps. In unscale: if any gradient is not"
          + " Float.isFinite, halve the scale, set the number to 0 and return false. Else divide"
          + " each by the scale, add 1 to the number, and if it now is the interval, double the"
          + " scale and set the number to 0; return true."
    },
    chinese =
        @Exercise.Chinese(
            title = "自动调整的损失缩放",
            hints = {
              "两次调用之间需要记住什么？两个数就够了。",
              "先检查所有梯度，再改第一个。跳过的一步不仅让缩放减半，也让连续成功的计数归零。",
              "保存缩放系数和连续成功的步数。unscale 中：只要有一个梯度不满足 Float.isFinite，就把系数减半、步数清零、返回 false；否则每个梯度除以系数，步数加 1，若等于 interval，则系数加倍、步数清零；返回 true。"
            }))
@DisplayName("Exercise 3: a loss scale that finds itself")
class LossScaleTest {

  private static final Golden GOLDEN = Golden.beside(LossScaleTest.class);

  @Test
  @DisplayName("takes and leaves out the same steps as PyTorch's GradScaler, by the same scales")
  void golden() {
    // Rows of scale before, whether the step is taken, scale after, two gradients before and after.
    float[] rows = GOLDEN.floats("scaler");
    LossScale scale = new LossScale(1024, 3);
    for (int row = 0; row < rows.length; row += 7) {
      float[] gradients = Arrays.copyOfRange(rows, row + 3, row + 5);
      String step =
          "step %d, gradients %s, interval 3".formatted(row / 7 + 1, Arrays.toString(gradients));
      assertScale("before " + step, rows[row], scale);
      boolean good = scale.unscale(gradients);
      assertThat(good).as("whether to take %s", step).isEqualTo(rows[row + 1] == 1);
      if (good) {
        Near.assertClose(
            "gradients after " + step, Arrays.copyOfRange(rows, row + 5, row + 7), gradients, 1e-9);
      }
      assertScale("after " + step, rows[row + 2], scale);
    }
  }

  @Test
  @DisplayName("doubles every time with an interval of 1")
  void interval() {
    LossScale scale = new LossScale(4, 1);
    float[] gradients = {8};
    assertThat(scale.unscale(gradients)).as("whether to take gradients [8.0]").isTrue();
    Near.assertClose("[8] divided by the scale 4", new float[] {2}, gradients, 1e-9);
    assertScale("after 1 good step, interval 1", 8, scale);
  }

  @Test
  @DisplayName("doubles again after as many good steps again, and has no largest scale")
  void again() {
    LossScale scale = new LossScale(32768, 2);
    for (int step = 1; step <= 4; step++) {
      scale.unscale(new float[] {1});
      assertScale(
          "after %d good steps, interval 2, first 32768".formatted(step),
          32768 * (1 << step / 2),
          scale);
    }
  }

  @Test
  @DisplayName("halves below 1, too: what overflows at 1 needs a smaller scale still")
  void belowOne() {
    LossScale scale = new LossScale(1, 100);
    scale.unscale(new float[] {Float.NaN});
    assertScale("after a step that is left out, first 1", 0.5f, scale);
    scale.unscale(new float[] {Float.NaN});
    assertScale("after two steps that are left out, first 1", 0.25f, scale);
  }

  @Test
  @DisplayName("leaves the gradients of a step that is left out alone")
  void alone() {
    LossScale scale = new LossScale(4, 2);
    float[] gradients = {8, Float.POSITIVE_INFINITY};
    assertThat(scale.unscale(gradients)).as("whether to take gradients [8, Infinity]").isFalse();
    assertThat(gradients)
        .as("gradients [8, Infinity] after the step that is left out")
        .containsExactly(8, Float.POSITIVE_INFINITY);
  }

  private static void assertScale(String when, float expected, LossScale scale) {
    assertThat(scale.scale()).as("the scale %s", when).isEqualTo(expected);
  }
}
