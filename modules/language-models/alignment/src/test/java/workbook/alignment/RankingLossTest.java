package workbook.alignment;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/2",
    title = "The loss of a reward model",
    hints = {
      "Begin with two answers: one comparison. With the same reward for both, the model says one "
          + "half, and the loss is ln 2. Three answers make three pairs, four make six.",
      "-log sigma(x) is log(1 + e^-x), which Math.log1p computes. For x = -1000 e^-x is infinite, "
          + "although the loss is only 1000: find a form of it that never raises e to a large "
          + "power.",
      "For better from 0 on, and worse from better + 1 on: x = rewards[better] - rewards[worse]; "
          + "sum += Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x))); pairs++. Return sum / "
          + "pairs."
    },
    chinese =
        @Exercise.Chinese(
            title = "奖励模型的损失",
            hints = {
              "先看两个回答，只有一次比较。两者奖励相同时，模型认为各一半，损失是 ln 2。三个回答有三对，四个有六对。",
              "-log sigma(x) 就是 log(1 + e^-x)，可以用 Math.log1p 计算。x = -1000 时 e^-x 溢出为无穷大，而损失其实只有 "
                  + "1000：换一种写法，不要让 e 的指数变得很大。",
              "better 从 0 开始，worse 从 better + 1 开始：x = rewards[better] - rewards[worse]；sum += "
                  + "Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)))；pairs++。返回 sum / pairs。"
            }))
@DisplayName("Exercise 2: the loss of a reward model")
class RankingLossTest {

  /// −ln σ(x): ln(1 + e²) = 2.126928, ln(1 + e) = 1.313262, ln 2, and from the first two 2 and 1
  /// less.
  @ParameterizedTest
  @CsvSource({
    "-2, 0, 2.126928",
    "-1, 0, 1.313262",
    "3, 3, 0.693147",
    "1, 0, 0.313262",
    "5, 3, 0.126928"
  })
  @DisplayName("two answers are one comparison")
  void two(double better, double worse, double expected) {
    Near.assertNear(
        "rewards %s and %s".formatted(better, worse),
        expected,
        RankingLoss.of(better, worse),
        5e-7);
  }

  @Test
  @DisplayName("of three answers every one is compared with every one below it")
  void three() {
    // Differences 1, 2 and 1: (0.3132617 + 0.1269280 + 0.3132617) / 3.
    Near.assertNear("rewards 2 1 0", 0.2511505, RankingLoss.of(2, 1, 0), 5e-7);
  }

  @Test
  @DisplayName("nine answers weigh no more than two: a mean, not a sum")
  void nine() {
    Near.assertNear("nine rewards of 0", Math.log(2), RankingLoss.of(new double[9]), 1e-12);
  }

  @Test
  @DisplayName("a reward model that is wrong by 1000 has a loss of 1000, not an infinite one")
  void farWrong() {
    Near.assertNear("rewards 0 and 1000", 1000, RankingLoss.of(0, 1000), 1e-9);
  }

  @Test
  @DisplayName("and one that is wrong by a million has a loss of a million: nothing is cut off")
  void evenMoreWrong() {
    Near.assertNear("rewards 0 and 1000000", 1e6, RankingLoss.of(0, 1e6), 1e-6);
  }

  @Test
  @DisplayName("one that is right by 1000 has none")
  void farRight() {
    Near.assertNear("rewards 1000 and 0", 0, RankingLoss.of(1000, 0), 1e-9);
  }
}
