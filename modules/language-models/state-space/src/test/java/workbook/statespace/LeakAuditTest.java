package workbook.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/6",
    title = "Who looks into the future?",
    hints = {
      "Change one input, and look at the outputs before it. What do you do about a mixer that writes into the array that you gave it?",
      "Try every place from 1 on, beside numbers that are not 0 and not all equal: a product with 0 would hide a dependence. FFTs differ in the last digits.",
      "input = numbers from .1 to 1 from a seeded SplittableRandom; before = a copy of"
          + " mixer.apply(input.clone()). For each place from 1: changed = input.clone(), with"
          + " changed[place] = -changed[place]; if mixer.apply(changed) differs from before by more"
          + " than 1e-8 at a place less than it, return true. At the end return false."
    },
    chinese =
        @Exercise.Chinese(
            title = "谁偷看了未来？",
            hints = {
              "改动一个输入，看它之前的输出。如果混合器会改写你给它的数组，怎么办？",
              "从位置 1 起每个位置都试，其余的数不能为 0，也不要全相等：乘以 0 会掩盖依赖。FFT 的末几位数字会有差别。",
              "input = 用固定种子的 SplittableRandom 生成的 .1 到 1 的数；before = mixer.apply(input.clone())"
                  + " 的副本。对从 1 开始的每个位置：changed = input.clone()，changed[place] ="
                  + " -changed[place]；若 mixer.apply(changed) 在更早的位置与 before 相差超过 1e-8，返回 true。最后返回 false。"
            }))
@DisplayName("Exercise 6: who looks into the future?")
class LeakAuditTest {

  private static final double[] KERNEL = {1, .5, .25, .125, .0625, .03125, .015625, .0078125};

  private static void assertAudit(String mixer, boolean expected, UnaryOperator<double[]> by) {
    boolean leaks = LeakAudit.leaks(by, 8);
    assertThat(leaks)
        .withFailMessage(
            "a mixer %s: expected %s but was %s",
            mixer, expected ? "that it leaks" : "no leak", leaks ? "a leak" : "none")
        .isEqualTo(expected);
  }

  /// y[t] = what it makes of u at t.
  private interface At {
    double of(double[] u, int t);
  }

  private static UnaryOperator<double[]> each(At at) {
    return u -> {
      double[] y = new double[u.length];
      Arrays.setAll(y, t -> at.of(u, t));
      return y;
    };
  }

  @Test
  @DisplayName("what sees the past and itself does not leak")
  void causal() {
    assertAudit("y[t] = u[t]", false, each((u, t) -> u[t]));
    assertAudit("y[t] = u[t] u[t-1]", false, each((u, t) -> t > 0 ? u[t] * u[t - 1] : u[t]));
    assertAudit("y[t] = u[0]", false, each((u, _) -> u[0]));
    assertAudit("direct convolution", false, u -> Convolution.direct(KERNEL, u));
  }

  @Test
  @DisplayName("what is only rounded otherwise does not leak")
  void rounding() {
    assertAudit("padded FFT", false, u -> Convolution.fourier(KERNEL, u));
  }

  @Test
  @DisplayName("what sees the next place leaks")
  void next() {
    assertAudit("centred filter", true, each((u, t) -> u[t] + u[Math.min(t + 1, 7)]));
    assertAudit("FFT without padding", true, u -> Convolution.circular(KERNEL, u, 8));
  }

  @Test
  @DisplayName("a single leak is found, wherever it is")
  void single() {
    assertAudit("y[0] = u[0] + u[1]", true, each((u, t) -> u[t] + (t == 0 ? u[1] : 0)));
    assertAudit("y[0] = u[0] + u[7]", true, each((u, t) -> u[t] + (t == 0 ? u[7] : 0)));
    assertAudit("y[6] = u[6] + u[7]", true, each((u, t) -> u[t] + (t == 6 ? u[7] : 0)));
    assertAudit("y[3] = u[3] + u[5]", true, each((u, t) -> u[t] + (t == 3 ? u[5] : 0)));
  }

  @Test
  @DisplayName("a small leak, and one in a product, are found")
  void hidden() {
    assertAudit("y[t] = u[t] + u[t+1] / 1e5", true, each((u, t) -> u[t] + u[(t + 1) % 8] / 1e5));
    assertAudit("y[t] = u[t] u[t+1]", true, each((u, t) -> t < 7 ? u[t] * u[t + 1] : u[t]));
    assertAudit("softmax", true, each((u, t) -> u[t] / Arrays.stream(u).map(Math::exp).sum()));
  }

  @Test
  @DisplayName("a mixer may write into its argument, and keep what it gives")
  void inPlace() {
    assertAudit(
        "of running sums in place",
        false,
        u -> {
          for (int t = 1; t < u.length; t++) {
            u[t] += u[t - 1];
          }
          return u;
        });
    double[] kept = new double[8];
    assertAudit(
        "of later sums, in one array",
        true,
        u -> {
          for (int t = 0; t < 8; t++) {
            kept[t] = u[t] + (t < 7 ? u[t + 1] : 0);
          }
          return kept;
        });
  }
}
