package workbook.alignment;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/6",
    title = "An estimate of KL that is never negative",
    hints = {
      "Draw e^x - 1 - x for x from -1 to 1. It is 0 where the two models agree, and positive on both "
          + "sides. Which way round is x, if the tokens were written by the policy?",
      "x = log ref - log pi. Math.exp(x) - 1 loses all digits near 0; Math.expm1(x) does not. Leave "
          + "out what is no answer; do not multiply it by 0.",
      "for each i with answer[i]: x = reference[i] - policy[i]; sum += Math.expm1(x) - x; count++. "
          + "Return sum / count."
    },
    chinese =
        @Exercise.Chinese(
            title = "不会为负的 KL 估计",
            hints = {
              "画出 x 从 -1 到 1 的 e^x - 1 - x：两个模型一致时为 0，两边都为正。词元是策略写的，那么 x 是谁减谁？",
              "x = log ref - log pi。Math.exp(x) - 1 在 0 附近会丢光有效数字，Math.expm1(x) 不会。不属于回答的要跳过，不要乘以 0。",
              "对每个 answer[i] 为 true 的 i：x = reference[i] - policy[i]；sum += Math.expm1(x) - x；count++。返回 "
                  + "sum / count。"
            }))
@DisplayName("Exercise 6: an estimate of KL that is never negative")
class DivergenceEstimateTest {

  private static double ofAll(double[] policy, double... reference) {
    boolean[] answer = new boolean[policy.length];
    Arrays.fill(answer, true);
    return DivergenceEstimate.of(policy, reference, answer);
  }

  /// e^0.5 - 1.5.
  @Test
  @DisplayName("a token that the reference finds more probable")
  void above() {
    Near.assertNear("log pi -2, log ref -1.5", 0.148721, ofAll(new double[] {-2}, -1.5), 5e-7);
  }

  /// e^-0.5 - 0.5.
  @Test
  @DisplayName("a token that the policy finds more probable")
  void below() {
    Near.assertNear("log pi -1.5, log ref -2", 0.106531, ofAll(new double[] {-1.5}, -2), 5e-7);
  }

  @Test
  @DisplayName("models that agree have none")
  void same() {
    Near.assertNear("log pi = log ref = -1 -2", 0, ofAll(new double[] {-1, -2}, -1, -2), 0);
  }

  /// π = 0.9 and 0.1, ref = 0.5 and 0.5: 0.9 · (5/9 - 1 - ln(5/9)) + 0.1 · (5 - 1 - ln 5) = KL =
  /// 0.9 ln 1.8 + 0.1 ln 0.2 = 0.368064.
  @Test
  @DisplayName("over tokens as often as the policy writes them, it is KL itself")
  void expectation() {
    double[] policy = new double[10];
    double[] reference = new double[10];
    Arrays.fill(policy, Math.log(0.9));
    policy[9] = Math.log(0.1);
    Arrays.fill(reference, Math.log(0.5));
    Near.assertNear(
        "nine tokens of 0.9 and one of 0.1, all 0.5 in the reference",
        0.9 * Math.log(1.8) + 0.1 * Math.log(0.2),
        ofAll(policy, reference),
        1e-12);
  }

  /// x² / 2 + x³ / 6 + …: 5e-19.
  @Test
  @DisplayName("models that nearly agree have nearly none, and six digits of that are right")
  void near() {
    Near.assertNear("log pi -1e-9, log ref 0", 5e-19, ofAll(new double[] {-1e-9}, 0), 5e-25);
  }

  /// x² / 2 (1 + x/3 (1 + x/4 (1 + x/5 (1 + x/6)))), of which what is left out is below 1e-9 parts
  /// for |x| up to 0.01.
  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-8, 1e-7, 2e-6, 9e-6, 5e-5, 3e-4, 1e-3, 1e-2})
  @DisplayName("six digits are right wherever a short cut for small differences might begin or end")
  void digits(double size) {
    for (double x : new double[] {size, -size}) {
      double expected = x * x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5 * (1 + x / 6))));
      Near.assertNear(
          "log pi %s, log ref 0".formatted(-x),
          expected,
          ofAll(new double[] {-x}, 0),
          1e-6 * expected);
    }
  }

  @Test
  @DisplayName("the tokens of a second answer count like those of the first")
  void second() {
    // e^0.5 - 1.5 and e^-0.5 - 0.5: (0.148721 + 0.106531) / 2.
    Near.assertNear(
        "the second and the fourth of four tokens are of answers: log pi -2 -1.5, log ref -1.5 -2",
        0.127626,
        DivergenceEstimate.of(
            new double[] {-1, -2, -3, -1.5},
            new double[] {-9, -1.5, -9, -2},
            new boolean[] {false, true, false, true}),
        5e-7);
  }

  @Test
  @DisplayName("prompt and padding do not count, not even in the divisor")
  void others() {
    double infinite = Double.NEGATIVE_INFINITY;
    Near.assertNear(
        "only the second of four tokens is of an answer: log pi -2, log ref -1.5",
        0.148721,
        DivergenceEstimate.of(
            new double[] {-1, -2, -3, infinite},
            new double[] {-9, -1.5, -9, infinite},
            new boolean[] {false, true, false, false}),
        5e-7);
  }
}
