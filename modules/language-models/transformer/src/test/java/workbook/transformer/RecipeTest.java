package workbook.transformer;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "transformer/6",
    title = "Make the loss curve match",
    hints = {
      "Begin with rate: which share of the way from step warmup to step steps is done? The cosine "
          + "of π times that falls from 1 to -1.",
      "adamW changes three arrays at each index: mean, square, then w. t is step + 1. Subtract rate "
          + "· decay · w as well as the step itself, both with the w from before.",
      "rate: if step < warmup, peak * (step + 1) / (warmup + 1); else share = Math.min(1, (step - "
          + "warmup) / (double) (steps - warmup)) and end + (peak - end) * (1 + Math.cos(Math.PI * "
          + "share)) / 2. adamW: mean[i] = BETA1 * mean[i] + (1 - BETA1) * g; square[i] = BETA2 * "
          + "square[i] + (1 - BETA2) * g * g; w[i] -= rate * decay * w[i] + rate * (mean[i] / (1 - "
          + "Math.pow(BETA1, step + 1))) / (Math.sqrt(square[i] / (1 - Math.pow(BETA2, step + 1))) "
          + "+ EPSILON)."
    },
    chinese =
        @Exercise.Chinese(
            title = "让损失曲线对上",
            hints = {
              "先写 rate：从第 warmup 步到第 steps 步，已经走了几分之几？π 乘以它的余弦从 1 降到 -1。",
              "adamW 在每个下标处依次改三个数组：mean、square、w。t 是 step + 1。除了更新量本身，还要减去 "
                  + "rate · decay · w，两者都用更新前的 w。",
              "rate：step < warmup 时为 peak * (step + 1) / (warmup + 1)；否则 share = Math.min(1, (step - "
                  + "warmup) / (double) (steps - warmup))，结果为 end + (peak - end) * (1 + "
                  + "Math.cos(Math.PI * share)) / 2。adamW：mean[i] = BETA1 * mean[i] + (1 - BETA1) * g；"
                  + "square[i] = BETA2 * square[i] + (1 - BETA2) * g * g；w[i] -= rate * decay * w[i] + "
                  + "rate * (mean[i] / (1 - Math.pow(BETA1, step + 1))) / (Math.sqrt(square[i] / (1 - "
                  + "Math.pow(BETA2, step + 1))) + EPSILON)。"
            }))
@DisplayName("Exercise 6: make the loss curve match")
class RecipeTest {

  private static final double PEAK = 0.4;
  private static final double END = 0.1;

  /// A fourth of the peak, two fourths, three fourths, the peak.
  @Test
  @DisplayName("the rate rises to the peak over the warm-up")
  void warmup() {
    assertRates("3 steps of warm-up: rates of the steps 0 to 3", new double[] {.1, .2, .3, .4}, 0);
  }

  /// 4 steps from the peak to the end: cos 45° = 0.707107, cos 90° = 0, cos 135° = -0.707107.
  @Test
  @DisplayName("then it falls along half a cosine to the end, and stays there")
  void cosine() {
    double side = 0.15 * Math.sqrt(0.5);
    assertRates(
        "3 steps of warm-up, 7 in all: rates of the steps 3 to 9",
        new double[] {.4, .25 + side, .25, .25 - side, .1, .1, .1},
        3);
  }

  @Test
  @DisplayName("without a warm-up it begins with the peak")
  void noWarmup() {
    Rows.assertRow(
        "no warm-up, 4 steps: rates of the steps 0, 2 and 4",
        new double[] {.4, .25, .1},
        new double[] {rate(0, 0, 4), rate(2, 0, 4), rate(4, 0, 4)});
  }

  private static void assertRates(String what, double[] expected, int first) {
    double[] rates =
        IntStream.range(first, first + expected.length)
            .mapToDouble(step -> rate(step, 3, 7))
            .toArray();
    Rows.assertRow(what + ", peak 0.4, end 0.1", expected, rates);
  }

  private static double rate(int step, int warmup, int steps) {
    return Recipe.rate(step, warmup, steps, PEAK, END);
  }

  /// In the first step m̂ is g and √v̂ is |g|, so w goes by the rate, whatever g is.
  @Test
  @DisplayName("the first step is as long as the rate, however large the gradient")
  void first() {
    double[] w = {1, 1, 1};
    Recipe.adamW(w, new double[] {1e-3, 5, -200}, new double[3], new double[3], 0, 0.1, 0);
    Rows.assertNear(
        "w = 1 1 1 after a step at rate 0.1 with gradients 0.001 5 -200, no decay",
        new double[] {.9, .9, 1.1},
        w,
        2e-6);
  }

  /// Of a gradient of 0 nothing is left but the decay: 2 · (1 - 0.1 · 0.5) = 1.9.
  @Test
  @DisplayName("without a gradient a weight decays by rate times decay")
  void decay() {
    double[] w = {2};
    Recipe.adamW(w, new double[1], new double[1], new double[1], 0, 0.1, 0.5);
    Rows.assertRow("w = 2 after a step with gradient 0, decay 0.5", new double[] {1.9}, w);
  }

  /// PyTorch 2.13 in float64 gives .8900000005, .781426 and .674554.
  @Test
  @DisplayName("three steps on w² are PyTorch's")
  void square() {
    double[] w = {1};
    double[] mean = {0};
    double[] square = {0};
    double[] path = new double[3];
    for (int step = 0; step < 3; step++) {
      Recipe.adamW(w, new double[] {2 * w[0]}, mean, square, step, 0.1, 0.1);
      path[step] = w[0];
    }
    Rows.assertNear(
        "w = 1 on w², rate 0.1, decay 0.1: after 1, 2 and 3 steps",
        new double[] {.8900000005, .781426, .674554},
        path,
        1e-6);
  }

  /// 0.1 · 3, 0.05 · 9; in the second step 0.9 · 0.3 + 0.1 and 0.95 · 0.45 + 0.05.
  @Test
  @DisplayName("m and v are kept as they are, and the gradient is left alone")
  void kept() {
    double[] w = {0};
    double[] mean = {0};
    double[] square = {0};
    double[] gradient = {3};
    Recipe.adamW(w, gradient, mean, square, 0, 0.1, 0);
    Rows.assertRow("m and v after the gradient 3", new double[] {.3, .45}, both(mean, square));
    Recipe.adamW(w, new double[] {1}, mean, square, 1, 0.1, 0);
    Rows.assertRow(
        "m and v after the gradients 3 and 1", new double[] {.37, .4775}, both(mean, square));
    Rows.assertRow("the gradient, 3, afterwards", new double[] {3}, gradient);
  }

  private static double[] both(double[] a, double[] b) {
    return new double[] {a[0], b[0]};
  }

  /// See golden.py.
  @Test
  @DisplayName("the losses of twelve steps are PyTorch's")
  void curve() {
    double[] x = Arrays.stream(range(24)).map(Math::sin).toArray();
    double[] y = Arrays.stream(range(8)).map(Math::cos).toArray();
    double[] w = {2, -1, .5};
    double[] mean = new double[3];
    double[] square = new double[3];
    double[] losses = new double[12];
    for (int step = 0; step < 12; step++) {
      double[] gradient = new double[3];
      for (int row = 0; row < 8; row++) {
        double off = -y[row];
        for (int i = 0; i < 3; i++) {
          off += w[i] * x[row * 3 + i];
        }
        losses[step] += off * off / 8;
        for (int i = 0; i < 3; i++) {
          gradient[i] += 2 * off * x[row * 3 + i] / 8;
        }
      }
      double rate = Recipe.rate(step, 3, 12, 0.5, 0.05);
      Recipe.adamW(w, gradient, mean, square, step, rate, 0.1);
    }
    float[] curve = Numbers.GOLDEN.floats("curve");
    double[] expected = IntStream.range(0, 12).mapToDouble(i -> curve[i]).toArray();
    Rows.assertNear("the loss of 12 steps", expected, losses, 1e-6);
  }

  private static double[] range(int count) {
    return IntStream.rangeClosed(1, count).asDoubleStream().toArray();
  }
}
