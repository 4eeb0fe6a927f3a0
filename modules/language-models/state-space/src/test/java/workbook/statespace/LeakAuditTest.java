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
      "Try every place from 1 on, beside numbers that are not 0: a product with 0 would hide a dependence. A square does not show a change of sign, and a maximum only what is larger: try it several times, with other numbers from -1 to 1. FFTs differ in the last digits.",
      "Ten times, from one SplittableRandom(1): input = random.doubles(length, -1, 1).toArray();"
          + " before = mixer.apply(input.clone()).clone(). For each place from 1: changed ="
          + " input.clone(), with changed[place] = random.nextDouble(-1, 1); if"
          + " mixer.apply(changed) differs from before by more than 1e-8 at a place less than it,"
          + " return true. At the end return false."
    },
    chinese =
        @Exercise.Chinese(
            title = "谁偷看了未来？",
            hints = {
              "改动一个输入，看它之前的输出。如果混合器会改写你给它的数组，怎么办？",
              "从位置 1 起每个位置都试，其余的数不能为 0：乘以 0 会掩盖依赖。只改符号看不出平方，求最大值只看得出更大的数：换几组 -1 到 1 的数多试几次。FFT 的末几位数字会有差别。",
              "用同一个 SplittableRandom(1) 重复十次：input = random.doubles(length, -1, 1).toArray()；before ="
                  + " mixer.apply(input.clone()).clone()。对从 1 开始的每个位置：changed = input.clone()，"
                  + "changed[place] = random.nextDouble(-1, 1)；若 mixer.apply(changed) 在更早的位置与 before"
                  + " 相差超过 1e-8，返回 true。最后返回 false。"
            }))
@DisplayName("Exercise 6: who looks into the future?")
class LeakAuditTest {

  private static final double[] KERNEL = {1, .5, .25, .125, .0625, .03125, .015625, .0078125};

  private static void assertAudit(String mixer, boolean expected, UnaryOperator<double[]> by) {
    boolean leaks = LeakAudit.leaks(by, 8);
    assertThat(leaks)
        .withFailMessage(
            "whether a mixer %s looks into the future: expected %s but was %s",
            mixer, expected, leaks)
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
    assertAudit("y[t] = u[t] + 4e-10 u[t+1]", false, each((u, t) -> u[t] + 4e-10 * u[(t + 1) % 8]));
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
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 8; j++) {
        int to = i;
        int from = j;
        assertAudit(
            "y[%1$d] = u[%1$d] + u[%2$d]".formatted(to, from),
            from > to,
            each((u, t) -> u[t] + (t == to ? u[from] : 0)));
      }
    }
  }

  @Test
  @DisplayName("a small leak, and one in a product, are found")
  void hidden() {
    assertAudit("y[t] = u[t] + u[t+1] / 5e5", true, each((u, t) -> u[t] + u[(t + 1) % 8] / 5e5));
    assertAudit("y[t] = u[t] u[t+1]", true, each((u, t) -> t < 7 ? u[t] * u[t + 1] : u[t]));
    assertAudit("softmax", true, each((u, t) -> u[t] / Arrays.stream(u).map(Math::exp).sum()));
  }

  @Test
  @DisplayName("one that does not show when only the sign changes, or only the size, is found")
  void even() {
    assertAudit(
        "y[t] = u[t] + u[t+1]²", true, each((u, t) -> t < 7 ? u[t] + u[t + 1] * u[t + 1] : 0));
    assertAudit(
        "y[t] = u[t] by the root mean square of all",
        true,
        each((u, t) -> u[t] / Math.sqrt(Arrays.stream(u).map(x -> x * x).average().orElseThrow())));
    assertAudit(
        "y[t] = the largest of all", true, each((u, _) -> Arrays.stream(u).max().orElseThrow()));
    assertAudit(
        "y[t] = the least of all", true, each((u, _) -> Arrays.stream(u).min().orElseThrow()));
    assertAudit(
        "y[t] = u[t] + max(0, u[t+1])",
        true,
        each((u, t) -> t < 7 ? u[t] + Math.max(0, u[t + 1]) : 0));
    assertAudit(
        "y[t] = u[t] + max(0, -u[t+1])",
        true,
        each((u, t) -> t < 7 ? u[t] + Math.max(0, -u[t + 1]) : 0));
  }

  @Test
  @DisplayName("two leaks that cancel each other in the sum of the outputs are found")
  void cancelling() {
    assertAudit(
        "y[0] = u[0] + u[5], y[1] = u[1] - u[5]",
        true,
        each((u, t) -> t == 0 ? u[0] + u[5] : t == 1 ? u[1] - u[5] : u[t]));
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
