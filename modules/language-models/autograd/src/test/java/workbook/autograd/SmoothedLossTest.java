package workbook.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.kernels.ScalarKernels;
import workbook.topictest.Near;

@Exercise(
    id = "autograd/3",
    title = "Cross-entropy with label smoothing",
    hints = {
      "What is log p of the softmax p, if you write it as x minus something that is "
          + "the same for the whole row? And what happens to e^x at x = 1000?",
      "log p[j] = x[j] - largest - log(sum of e^(x - largest)). For the way back take "
          + "the derivative of log p[k] by x[j]: it is (1 if k = j, else 0) - p[j].",
      "All sums in doubles. With q[j] = smoothing / n, and 1 - smoothing more at the "
          + "target, the loss of a row is -sum of q[j] * log p[j], and its gradient by x[j] "
          + "is p[j] - q[j], because the q sum to 1. The loss, the one element of "
          + "t.output(\"smoothedLoss\", new int[0], logits), is the sum over the rows divided "
          + "by their number. On the way back add (p[j] - q[j]) / rows * y.gradient()[0] to "
          + "the gradient of each score."
    },
    chinese =
        @Exercise.Chinese(
            title = "带标签平滑的交叉熵",
            hints = {
              "把 softmax 的 log p 写成 x 减去一个整行相同的数，这个数是什么？x =" + " 1000 时 e^x 会怎样？",
              "log p[j] = x[j] - 最大值 - log(所有 e^(x - 最大值) 之"
                  + "和)。反向时求 log p[k] 对 x[j] 的导数：k = j 时是 1 - p[j"
                  + "]，否则是 -p[j]。",
              "求和都用 double。q[j] = smoothing / n，目标处再加 1 - s"
                  + "moothing。一行的损失是 -Σ q[j] * log p[j]，它对 x[j] 的"
                  + "梯度是 p[j] - q[j]，因为 q 的和为 1。输出 t.output(\"smoo"
                  + "thedLoss\", new int[0], logits) 只有一个元素，等于各行损失"
                  + "之和除以行数。反向时给每个分数的梯度加上 (p[j] - q[j]) / 行数 * y."
                  + "gradient()[0]。"
            }))
@DisplayName("Exercise 3: cross-entropy with label smoothing")
class SmoothedLossTest {

  private static final Golden GOLDEN = Golden.beside(SmoothedLossTest.class);

  private final Tape t = new Tape(new ScalarKernels());

  private static Tensor logits(int rows, float... values) {
    Tensor tensor = Tensor.parameter(rows, values.length / rows);
    System.arraycopy(values, 0, tensor.data(), 0, values.length);
    return tensor;
  }

  @Test
  @DisplayName("is ln n where all scores are equal, whatever the smoothing")
  void equalScores() {
    for (double smoothing : new double[] {0, 0.3}) {
      Tensor loss = SmoothedLoss.loss(t, logits(2, 5, 5, 5, 7, 7, 7), new int[] {0, 2}, smoothing);
      assertThat(loss.size()).as("elements of the loss").isEqualTo(1);
      Near.assertNear(
          "loss of 3 equal scores, smoothing " + smoothing, Math.log(3), loss.value(), 1e-6);
    }
  }

  @Test
  @DisplayName("stays finite where scores are far apart")
  void farApart() {
    // log(e^1000 + e^0) - 0 = 1000, to a few hundred digits.
    Tensor logits = logits(1, 1000, 0);
    Tensor loss = SmoothedLoss.loss(t, logits, new int[] {1}, 0);
    Near.assertNear("loss of the scores 1000 and 0 with target 1", 1000, loss.value(), 0);
    t.backward(loss);
    assertThat(logits.gradient())
        .as("gradient of the scores 1000 and 0")
        .isEqualTo(new float[] {1, -1});
    t.reset();
    loss = SmoothedLoss.loss(t, logits(1, -1000, -1001), new int[] {0}, 0);
    // ln(1 + e^-1)
    Near.assertNear("loss of the scores -1000 and -1001", 0.3132617, loss.value(), 1e-6);
    loss = SmoothedLoss.loss(t, logits(1, -20_000, -20_001), new int[] {0}, 0);
    Near.assertNear("loss of the scores -20000 and -20001", 0.3132617, loss.value(), 1e-6);
  }

  @Test
  @DisplayName("takes the largest score of each row by itself")
  void rowsFarApart() {
    // (1000 + ln(1 + e^-1)) / 2
    Tensor loss = SmoothedLoss.loss(t, logits(2, 1000, 0, -1000, -1001), new int[] {1, 0}, 0);
    Near.assertNear(
        "loss of the rows 1000 0 and -1000 -1001, targets 1 and 0", 500.15663, loss.value(), 5e-4);
  }

  @Test
  @DisplayName("is no less exact for 100,000 scores")
  void longRow() {
    // A float sum rounds each term to the same side.
    assertLongRow(-0.1f, 0);
    assertLongRow(-0.1f, 0.1);
  }

  @Test
  @DisplayName("counts 100,000 scores that are far below the largest")
  void manyFarBelow() {
    // One of them adds a ten-millionth to the sum, all of them a hundredth.
    assertLongRow(-16, 0);
    assertLongRow(-21, 0);
  }

  /// One 0, which is the target, and 99,999 times another. With L = log(e^0 + 99,999 e^other) the
  /// surprise of the target is L, that of each other L - other.
  private void assertLongRow(float other, double smoothing) {
    int n = 100_000;
    float[] scores = new float[n];
    Arrays.fill(scores, 1, n, other);
    double log = Math.log1p((n - 1) * Math.exp(other));
    double expected = (1 - smoothing) * log + smoothing / n * (log + (n - 1) * (log - other));
    Tensor loss = SmoothedLoss.loss(t, logits(1, scores), new int[] {0}, smoothing);
    Near.assertNear(
        "loss of the scores 0 and 99,999 times %s, target 0, smoothing %s"
            .formatted(other, smoothing),
        expected,
        loss.value(),
        Math.max(1, expected) * 1e-6);
  }

  @Test
  @DisplayName("leaves the scores as they were")
  void untouched() {
    Tensor logits = logits(1, 1, 2, 4);
    t.backward(SmoothedLoss.loss(t, logits, new int[] {0}, 0.1));
    assertThat(logits.data())
        .as("the scores 1, 2 and 4 afterwards")
        .isEqualTo(new float[] {1, 2, 4});
  }

  @Test
  @DisplayName("passes back the mean over the rows")
  void averaged() {
    // p is a half everywhere: (1/2 - 1) / 2 rows.
    Tensor logits = logits(2, 0, 0, 0, 0);
    t.backward(SmoothedLoss.loss(t, logits, new int[] {0, 1}, 0));
    Near.assertNear("gradient of logits[0][0] with two rows", -0.25, logits.gradient()[0], 1e-7);
    assertThat(logits.gradient())
        .as("gradient of two rows of the scores 0 and 0, targets 0 and 1")
        .isEqualTo(new float[] {-0.25f, 0.25f, 0.25f, -0.25f});
  }

  @Test
  @DisplayName("passes back the smoothed gradient")
  void smoothed() {
    // q is 0.9 and 0.1, p a half.
    Tensor logits = logits(1, 0, 0);
    t.backward(SmoothedLoss.loss(t, logits, new int[] {0}, 0.2));
    Near.assertNear("smoothing 0.2: gradient of logits[0][0]", -0.4, logits.gradient()[0], 1e-7);
    Near.assertNear("smoothing 0.2: gradient of logits[0][1]", 0.4, logits.gradient()[1], 1e-7);
  }

  @Test
  @DisplayName("gives what PyTorch gives with label_smoothing=0.1, and adds it to the gradient")
  void pytorch() {
    Tensor logits = GOLDEN.parameter("label smoothing/x0");
    Arrays.fill(logits.gradient(), 1);
    Tensor loss = SmoothedLoss.loss(t, logits, new int[] {1, 0, 4, 3}, 0.1);
    Near.assertNear(
        "PyTorch's loss", GOLDEN.tensor("label smoothing/y").value(), loss.value(), 1e-6);
    t.backward(t.mul(loss, GOLDEN.tensor("label smoothing/dy")));
    float[] expected = GOLDEN.tensor("label smoothing/dx0").data();
    for (int i = 0; i < expected.length; i++) {
      Near.assertNear(
          "PyTorch, gradient of logits[%d][%d], where 1 was".formatted(i / 5, i % 5),
          1 + expected[i],
          logits.gradient()[i],
          1e-6);
    }
  }
}
