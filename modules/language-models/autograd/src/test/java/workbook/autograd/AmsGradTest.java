package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "autograd/5",
    title = "AMSGrad: never forget a large gradient",
    hints = {
      "Start from AdamW, of which the notes show every line. Only one thing changes: "
          + "by what the step is divided.",
      "Keep a third array: the largest mean square that there has been, element by "
          + "element. The step is divided by its root.",
      "mean, square and largest are arrays of doubles that start at 0; t is 1 in the "
          + "first step. For each element, in this order: x *= 1 - rate * decay; mean = "
          + "beta1 * mean + (1 - beta1) * g; square = beta2 * square + (1 - beta2) * g * g; "
          + "largest = max(largest, square); x -= rate * (mean / (1 - beta1^t)) / "
          + "(sqrt(largest) / sqrt(1 - beta2^t) + epsilon)."
    },
    chinese =
        @Exercise.Chinese(
            title = "AMSGrad：不忘记出现过的大梯度",
            hints = {
              "从 AdamW 出发，笔记里有它的每一行代码。只改一处：更新量除以什么。",
              "再用一个数组，逐元素记下出现过的最大平方均值。更新量除以它的平方根。",
              "mean、square、largest 是从 0 开始的 double 数组；第一步 t"
                  + " = 1。对每个元素依次：x *= 1 - rate * decay；mean = be"
                  + "ta1 * mean + (1 - beta1) * g；square = beta2 "
                  + "* square + (1 - beta2) * g * g；largest = max"
                  + "(largest, square)；x -= rate * (mean / (1 - b"
                  + "eta1^t)) / (sqrt(largest) / sqrt(1 - beta2^t"
                  + ") + epsilon)。"
            }))
@DisplayName("Exercise 5: AMSGrad")
class AmsGradTest {

  private static final Golden GOLDEN = Golden.beside(AmsGradTest.class);

  @Test
  @DisplayName("the first step is as long as the rate, whatever the gradient")
  void firstStep() {
    for (float gradient : new float[] {4, 0.01f}) {
      float[] x = {1};
      new AmsGrad(1, 0.9, 0.999, 1e-8, 0).step(x, new float[] {gradient}, 0.1);
      Near.assertNear(
          "a weight of 1 after the first step, gradient %s, rate 0.1"
              .formatted(gradient == 4 ? "4" : "0.01"),
          0.9,
          x[0],
          1e-6);
    }
  }

  @Test
  @DisplayName("the decay is no part of the gradient")
  void decay() {
    float[] x = {1};
    float[] g = {0};
    new AmsGrad(1, 0.9, 0.99, 1e-8, 0.5).step(x, g, 0.1);
    Near.assertNear(
        "a weight of 1 after a step without a gradient, rate 0.1, decay 0.5", 0.95, x[0], 1e-6);
    assertThat(g).as("the gradient afterwards").isEqualTo(new float[] {0});
  }

  @Test
  @DisplayName("a step is as long as the rate that is given with it, and leaves the gradient")
  void rates() {
    // With one gradient all the time both means are the gradient itself, once corrected.
    float[] x = {1};
    float[] g = {4};
    AmsGrad optimizer = new AmsGrad(1, 0.9, 0.999, 1e-8, 0);
    optimizer.step(x, g, 0.1);
    optimizer.step(x, g, 0.01);
    Near.assertNear(
        "a weight of 1 after steps with the gradient 4 and the rates 0.1 and 0.01",
        0.89,
        x[0],
        1e-6);
    assertThat(g).as("the gradient, 4, afterwards").isEqualTo(new float[] {4});
  }

  /// With beta1 = 0 the mean gradient is the gradient. The mean squares are 0.4, 0.361, 0.3259 and
  /// 0.65431, so the largest are 0.4, three times, and 0.65431; what is missing of each is
  /// 0.9^step.
  @Test
  @DisplayName("the mean square fades as ever; only the largest that there was does not")
  void fades() {
    float[] x = {1};
    AmsGrad optimizer = new AmsGrad(1, 0, 0.9, 0, 0);
    for (float gradient : new float[] {2, 0.1f, 0.1f, 1.9f}) {
      optimizer.step(x, new float[] {gradient}, 0.1);
    }
    double expected =
        1
            - 0.1 * 2 / Math.sqrt(0.4 / 0.1)
            - 0.1 * 0.1 / Math.sqrt(0.4 / 0.19)
            - 0.1 * 0.1 / Math.sqrt(0.4 / 0.271)
            - 0.1 * 1.9 / Math.sqrt(0.65431 / 0.3439);
    Near.assertNear(
        "a weight of 1 after the gradients 2, 0.1, 0.1 and 1.9, beta1 0, beta2 0.9, rate 0.1",
        expected,
        x[0],
        1e-6);
  }

  @Test
  @DisplayName("takes the six steps that PyTorch takes with amsgrad=True")
  void pytorch() {
    float[] x = GOLDEN.floats("amsgrad/start");
    float[] gradients = GOLDEN.tensor("amsgrad/gradients").data();
    float[] path = GOLDEN.tensor("amsgrad/path").data();
    AmsGrad optimizer = new AmsGrad(4, 0.8, 0.9, 1e-8, 0.5);
    for (int step = 0; step < 6; step++) {
      optimizer.step(x, Arrays.copyOfRange(gradients, 4 * step, 4 * step + 4), 0.1);
      for (int i = 0; i < 4; i++) {
        Near.assertNear(
            "PyTorch, step %d, weight %d".formatted(step + 1, i), path[4 * step + i], x[i], 1e-6);
      }
    }
  }
}
