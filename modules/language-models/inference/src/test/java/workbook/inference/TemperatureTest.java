package workbook.inference;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "inference/1",
    title = "Softmax with a temperature",
    hints = {
      "The temperature divides the scores, not the probabilities. What becomes of e^10000?",
      "Take the largest score off all scores first: the probabilities stay, and the largest term "
          + "is e^0. Temperature 0 is a case of its own.",
      "best = index of the first largest score. At temperature 0 return p with p[best] = 1. Else "
          + "p[i] = Math.exp((scores[i] - scores[best]) / temperature), then divide all by their "
          + "sum."
    },
    chinese =
        @Exercise.Chinese(
            title = "带温度的 softmax",
            hints = {
              "温度除的是得分，不是概率。e^10000 会怎样？",
              "先从所有得分里减去最大值：概率不变，最大的一项变成 e^0。温度为 0 要单独处理。",
              "best 是第一个最大得分的下标。温度为 0 时返回 p[best] = 1 的数组；否则 p[i] = "
                  + "Math.exp((scores[i] - scores[best]) / temperature)，再全部除以它们的和。"
            }))
@DisplayName("Exercise 1: softmax with a temperature")
class TemperatureTest {

  private static final double[] SCORES = {2, 1, .5, 0, -1};

  private static void assertProbabilities(
      String scores, double temperature, double[] expected, double... given) {
    double[] before = given.clone();
    Compared.assertRow(
        "%s at temperature %s".formatted(scores, temperature),
        expected,
        Temperature.probabilities(given, temperature));
    Compared.assertRow("the scores given, which must stay as they are", before, given);
  }

  @Test
  @DisplayName("of ln 1, ln 2, ln 1 are a quarter, a half, a quarter")
  void byHand() {
    double two = Math.log(2);
    assertProbabilities("0, ln 2, 0", 1, new double[] {.25, .5, .25}, 0, two, 0);
    // At ½ the 2 is squared, at 2 it is its root.
    assertProbabilities("0, ln 2, 0", .5, new double[] {1 / 6., 4 / 6., 1 / 6.}, 0, two, 0);
    double root = Math.sqrt(2);
    assertProbabilities(
        "0, ln 2, 0",
        2,
        new double[] {1 / (2 + root), root / (2 + root), 1 / (2 + root)},
        0,
        two,
        0);
  }

  /// What Hugging Face's processor gives, to six decimals.
  @Test
  @DisplayName("are those of Hugging Face's TemperatureLogitsWarper")
  void huggingFace() {
    assertKnown(.5, .829245, .112226, .041286, .015188, .002055);
    assertKnown(1, .563021, .207124, .125627, .076197, .028031);
    assertKnown(2, .374545, .227173, .176922, .137787, .083572);
  }

  private static void assertKnown(double temperature, double... expected) {
    Compared.assertNear(
        "2 1 0.5 0 -1 at temperature " + temperature,
        expected,
        Temperature.probabilities(SCORES.clone(), temperature),
        1e-6);
  }

  @Test
  @DisplayName("at temperature 0 are 1 for the largest, of equal ones for the first")
  void zero() {
    assertProbabilities("1, 3, 2", 0, new double[] {0, 1, 0}, 1, 3, 2);
    assertProbabilities("1, 3, 3, 3", 0, new double[] {0, 1, 0, 0}, 1, 3, 3, 3);
    assertProbabilities("-5, -4", 0, new double[] {0, 1}, -5, -4);
  }

  @Test
  @DisplayName("of a single score is 1, whatever it is")
  void single() {
    for (double temperature : new double[] {0, .5, 2}) {
      assertProbabilities("-7", temperature, new double[] {1}, -7);
    }
  }

  @Test
  @DisplayName("do not overflow, however large or small scores are")
  void large() {
    double[] halves = {.5, .5};
    assertProbabilities("10000, 10000", 1, halves, 10_000, 10_000);
    assertProbabilities("-10000, -10000", 1, halves, -10_000, -10_000);
    assertProbabilities("1, 1", 1e-4, halves, 1, 1);
    assertProbabilities("1e308, 1e308", .1, halves, 1e308, 1e308);
    // e^-1000 is 0 to a double, and its root of degree 1000 is not.
    double second = Math.exp(-1) / (1 + Math.exp(-1));
    assertProbabilities("0, -1000", 1000, new double[] {1 - second, second}, 0, -1000);
  }

  @Test
  @DisplayName("are 0 for a token that is forbidden")
  void forbidden() {
    double none = Double.NEGATIVE_INFINITY;
    assertProbabilities("-inf, 1, 1", 2, new double[] {0, .5, .5}, none, 1, 1);
    assertProbabilities("-inf, 1", 0, new double[] {0, 1}, none, 1);
  }
}
