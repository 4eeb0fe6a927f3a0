package workbook.statespace;

import static workbook.topictest.Near.assertNear;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "state-space/5",
    title = "A mean whose weights overflow",
    hints = {
      "e^800 is infinite in a double, and e^-800 is 0; but their quotient with a weight of the same size is not. What can both sums be divided by?",
      "Keep the two sums divided by e^largest, and largest. Before you add to them, bring both to the new largest exponent. The present place has u in its output, and not in the state.",
      "Start with values = weights = 0 and largest = -infinity. At each place: top = max(largest, u +"
          + " k), past = exp(largest - top), now = exp(u + k - top), y = (past values + now v) / (past"
          + " weights + now); then decayed = largest - w, largest = max(decayed, k), past ="
          + " exp(decayed - largest), now = exp(k - largest), values = past values + now v, weights ="
          + " past weights + now."
    },
    chinese =
        @Exercise.Chinese(
            title = "权重会溢出的平均",
            hints = {
              "double 里 e^800 是无穷大，e^-800 是 0；但它与同样大小的权重之比不是。两个和可以同除以什么？",
              "保存除以 e^largest 之后的两个和，以及 largest。相加之前，先换算到新的最大指数。当前位置的 u 只进输出，不进状态。",
              "从 values = weights = 0、largest = 负无穷开始。每个位置：top = max(largest, u + k)，past ="
                  + " exp(largest - top)，now = exp(u + k - top)，y = (past values + now v) / (past weights"
                  + " + now)；然后 decayed = largest - w，largest = max(decayed, k)，past = exp(decayed -"
                  + " largest)，now = exp(k - largest)，values = past values + now v，weights = past weights"
                  + " + now。"
            }))
@DisplayName("Exercise 5: a mean whose weights overflow")
class WeightedValuesTest {

  private static void assertWkv(
      double w, double u, double[] k, double[] v, double tolerance, double... expected) {
    double[] y = WeightedValues.wkv(w, u, k.clone(), v.clone());
    String given = "w %s, u %s, k %s, v %s".formatted(w, u, Arrays.toString(k), Arrays.toString(v));
    assertNear("how many numbers there are for " + given, expected.length, y.length, 0);
    for (int t = 0; t < expected.length; t++) {
      assertNear("place %d for %s".formatted(t, given), expected[t], y[t], tolerance);
    }
  }

  /// Weights e^ln 2 = 2 for the present, then 1, then 1/2: (3·1 + 2·6) / ... for u = w = ln 2, k =
  /// 0: 6; (6·1 + 3·2) / 3 = 4; (6·.5 + 3·1 + 10·2) / 3.5.
  @Test
  @DisplayName("can be followed by hand")
  void byHand() {
    double half = Math.log(2);
    assertWkv(half, half, new double[3], new double[] {6, 3, 10}, 1e-12, 6, 4, 26 / 3.5);
  }

  /// Hugging Face's rwkv_linear_attention_cpu, in float.
  @Test
  @DisplayName("is Hugging Face's")
  void huggingFace() {
    double[] k = new double[10];
    Arrays.setAll(k, t -> 3 * StrictMath.sin(t + 1));
    assertWkv(.5, .3, k, Numbers.ramp(1, 10)[0], 1e-6, Numbers.of("wkv"));
    Arrays.setAll(k, t -> 1200 * StrictMath.sin(t + 1));
    assertWkv(.5, .3, k, Numbers.ramp(1, 10)[0], 1e-6, Numbers.of("wkv large"));
  }

  /// Equal keys cancel, whatever they are.
  @Test
  @DisplayName("does not change when all keys rise or fall together")
  void shifted() {
    double half = Math.log(2);
    for (double shift : new double[] {-1e4, -800, 800, 1e4}) {
      double[] k = {shift, shift, shift};
      assertWkv(half, half, k, new double[] {6, 3, 10}, 1e-9, 6, 4, 26 / 3.5);
    }
  }

  /// Beside e^800 all that was before is nothing; and beside what comes, so is it.
  @Test
  @DisplayName("is finite at every place while the keys rise")
  void rises() {
    assertWkv(
        .5, 0, new double[] {-1e4, 0, 800, 1e4}, new double[] {6, 3, 10, 5}, 1e-12, 6, 3, 10, 5);
  }

  /// u = 800 and k = -800: e^0 beside the e^0 of before. u = -800: the present is nothing.
  @Test
  @DisplayName("gives the present its u, however large or small, and the state none")
  void bonus() {
    assertWkv(.5, 800, new double[] {0, -800}, new double[] {6, 3}, 1e-12, 6, 4.5);
    assertWkv(.5, -800, new double[] {-1e4, -1e4}, new double[] {6, 3}, 1e-12, 6, 6);
  }

  /// After 100 places e^800 has become e^(800 - 10 · 99) = e^-190, which is nothing beside 1.
  @Test
  @DisplayName("goes on when a large key has been forgotten")
  void outlives() {
    double[] k = new double[101];
    double[] v = new double[101];
    Arrays.fill(v, 1);
    k[0] = 800;
    v[0] = 0;
    double last = WeightedValues.wkv(10, 0, k, v)[100];
    assertNear("w 10, u 0: one value 0 with k 800, then 100 values 1 with k 0", 1, last, 1e-12);
  }

  /// After a key of 20 came thousand of 0 with w = .1: e^(20 - .1 · 999) is nothing beside them.
  @Test
  @DisplayName("forgets a large key as fast as w says")
  void forgets() {
    double[] k = new double[1001];
    double[] v = new double[1001];
    k[0] = 20;
    v[0] = 1;
    double last = WeightedValues.wkv(.1, 0, k, v)[1000];
    assertNear("w 0.1, u 0: one value 1 with k 20, then 1000 values 0 with k 0", 0, last, 1e-12);
    // Hand-over while it still counts: e^(20 - .1 · 100) = e^10 beside 1 + (1 - e^-10) / (1 -
    // e^-.1).
    double at101 = WeightedValues.wkv(.1, 0, k, v)[101];
    double others = 1 + (1 - Math.exp(-10)) / (1 - Math.exp(-.1));
    assertNear("the same after 101 values 0", 1 / (1 + others / Math.exp(10)), at101, 1e-9);
  }
}
