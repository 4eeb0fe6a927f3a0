package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/4",
    title = "Generalised advantage estimation",
    hints = {
      "A(t) needs A(t + 1). In which order do you go through the steps, so that it is there "
          + "already? What is A of the very last step?",
      "Go from the last step to the first. Two things look ahead, value(t + 1) and A(t + 1), and "
          + "both are 0 where last[t] is true: what comes behind belongs to another answer.",
      "for t from rewards.length - 1 down to 0: value = last[t] ? 0 : values[t + 1]; advantage = "
          + "last[t] ? 0 : advantages[t + 1]; advantages[t] = rewards[t] + gamma * value - values[t] "
          + "+ gamma * lambda * advantage."
    },
    chinese =
        @Exercise.Chinese(
            title = "广义优势估计（GAE）",
            hints = {
              "A(t) 要用到 A(t + 1)。按什么顺序遍历，才能保证它已经算好？最后一步的 A 是多少？",
              "从最后一步往前走。向后看的有两样：value(t + 1) 和 A(t + 1)。last[t] 为 true 时两者都是 0：再往后就是另一个回答了。",
              "t 从 rewards.length - 1 到 0：value = last[t] ? 0 : values[t + 1]；advantage = last[t] ? "
                  + "0 : advantages[t + 1]；advantages[t] = rewards[t] + gamma * value - values[t] + "
                  + "gamma * lambda * advantage。"
            }))
@DisplayName("Exercise 4: generalised advantage estimation")
class AdvantageEstimateTest {

  private static void assertAdvantages(String what, double[] actual, double... expected) {
    assertThat(actual.length).as("%s: how many", what).isEqualTo(expected.length);
    for (int t = 0; t < expected.length; t++) {
      Near.assertNear("%s: A(%d)".formatted(what, t), expected[t], actual[t], 5e-7);
    }
  }

  /// With values of 0 the rewards are the surprises. γ λ = 0.9405: -1; 0.5 - 0.9405 = -0.4405; 1 -
  /// 0.9405 · 0.4405 = 0.58571.
  @Test
  @DisplayName("surprises of 1, 0.5 and -1")
  void surprises() {
    assertAdvantages(
        "rewards 1 0.5 -1, values 0, gamma 0.99, lambda 0.95",
        AdvantageEstimate.of(
            new double[] {1, 0.5, -1},
            new double[3],
            new boolean[] {false, false, true},
            0.99,
            0.95),
        0.585710,
        -0.440500,
        -1);
  }

  /// δ = 0 + 0.5 · 4 - 2 = 0, then 0 + 0.5 · 8 - 4 = 0, then 10 - 8 = 2. γ λ = 0.25: 2, 0.5, 0.125.
  @Test
  @DisplayName("a critic that is right until the end")
  void critic() {
    assertAdvantages(
        "rewards 0 0 10, values 2 4 8, gamma 0.5, lambda 0.5",
        AdvantageEstimate.of(
            new double[] {0, 0, 10},
            new double[] {2, 4, 8},
            new boolean[] {false, false, true},
            0.5,
            0.5),
        0.125,
        0.5,
        2);
  }

  /// λ = 1 and γ = 1: all rewards to come, less the value. Of the first answer 1 + 2 - 5 and 2 - 6;
  /// of the second 10 - 7.
  @Test
  @DisplayName("an answer does not see the next one")
  void two() {
    assertAdvantages(
        "two answers: rewards 1 2 | 10, values 5 6 | 7, gamma 1, lambda 1",
        AdvantageEstimate.of(
            new double[] {1, 2, 10},
            new double[] {5, 6, 7},
            new boolean[] {false, true, true},
            1,
            1),
        -2,
        -4,
        3);
  }

  /// The critic is trained on values and advantages, so both are needed afterwards.
  @Test
  @DisplayName("rewards and values stay as they were")
  void untouched() {
    double[] rewards = {1, 2, 10};
    double[] values = {5, 6, 7};
    AdvantageEstimate.of(rewards, values, new boolean[] {false, true, true}, 1, 1);
    assertThat(rewards).as("rewards 1 2 10, afterwards").containsExactly(1, 2, 10);
    assertThat(values).as("values 5 6 7, afterwards").containsExactly(5, 6, 7);
  }

  /// λ = 0: the surprise alone. 1 + 0.5 · 6 - 5 = -1, 2 - 6, 10 - 7.
  @Test
  @DisplayName("with lambda 0 only the next value counts")
  void surpriseAlone() {
    assertAdvantages(
        "two answers: rewards 1 2 | 10, values 5 6 | 7, gamma 0.5, lambda 0",
        AdvantageEstimate.of(
            new double[] {1, 2, 10},
            new double[] {5, 6, 7},
            new boolean[] {false, true, true},
            0.5,
            0),
        -1,
        -4,
        3);
  }
}
