package workbook.alignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/3",
    title = "The reward of each token",
    hints = {
      "Tokens: two of the prompt, two of the answer, the end token, padding. Six tokens have five "
          + "elements. Write down which element belongs to the end token before you write code.",
      "Token t stands in element t - 1. So the answer begins at element prompt - 1, and the end "
          + "token, which is token length - 1, is element length - 2. A token that became more "
          + "probable than in the reference costs: its reward is negative.",
      "rewards = new double[policy.length]; for i from prompt - 1 to length - 2: rewards[i] = -beta "
          + "* (policy[i] - reference[i]); then rewards[length - 2] += score. Return rewards."
    },
    chinese =
        @Exercise.Chinese(
            title = "每个词元的奖励",
            hints = {
              "词元依次是：提示两个、回答两个、结束符、填充。六个词元对应五个元素。写代码之前先写下结束符对应哪个元素。",
              "词元 t 对应元素 t - 1。所以回答从元素 prompt - 1 开始；结束符是词元 length - 1，对应元素 length - "
                  + "2。一个词元的概率比参考模型高就要付代价：奖励是负的。",
              "rewards = new double[policy.length]；i 从 prompt - 1 到 length - 2：rewards[i] = "
                  + "-beta * (policy[i] - reference[i])；然后 rewards[length - 2] += score。返回 rewards。"
            }))
@DisplayName("Exercise 3: the reward of each token")
class TokenRewardsTest {

  private static final double[] POLICY = {-1, -2, -3, -4, -5};
  private static final double[] REFERENCE = {-2, -2.5, -2, -8, -9};

  private static void assertRewards(String what, double[] rewards, double... expected) {
    assertThat(rewards.length).as("%s: how many rewards", what).isEqualTo(expected.length);
    for (int i = 0; i < expected.length; i++) {
      Near.assertNear(
          "%s: reward of token %d".formatted(what, i + 1), expected[i], rewards[i], 1e-12);
    }
  }

  @Test
  @DisplayName("the answer pays for its distance, and the score comes at its end token")
  void whole() {
    // Elements 1, 2, 3: -0.1 times 0.5, -1 and 4; the score is 7.
    assertRewards(
        "prompt of 2, answer of 2, end token, padding; score 7, beta 0.1",
        TokenRewards.of(POLICY.clone(), REFERENCE.clone(), 2, 5, 7, 0.1),
        0,
        -0.05,
        0.1,
        6.6,
        0);
  }

  @Test
  @DisplayName("without padding the end token is the last")
  void full() {
    assertRewards(
        "prompt of 1, answer of 4, end token; score 7, beta 1",
        TokenRewards.of(POLICY.clone(), REFERENCE.clone(), 1, 6, 7, 1),
        -1,
        -0.5,
        1,
        -4,
        3);
  }

  @Test
  @DisplayName("an answer that ends at once has an end token to reward")
  void empty() {
    assertRewards(
        "prompt of 2, end token, padding of 3; score 7, beta 0.1",
        TokenRewards.of(POLICY.clone(), REFERENCE.clone(), 2, 3, 7, 0.1),
        0,
        6.95,
        0,
        0,
        0);
  }

  @Test
  @DisplayName("whatever a model gives padding, padding gets 0")
  void infinite() {
    double[] policy = {-1, -2, -3, -4, Double.NEGATIVE_INFINITY};
    double[] reference = {-2, -2.5, -2, -8, Double.NEGATIVE_INFINITY};
    assertRewards(
        "the same, with -Infinity in the padding",
        TokenRewards.of(policy, reference, 2, 5, 7, 0.1),
        0,
        -0.05,
        0.1,
        6.6,
        0);
  }

  @Test
  @DisplayName("the log-probabilities stay as they were")
  void untouched() {
    double[] policy = POLICY.clone();
    double[] reference = REFERENCE.clone();
    double[] rewards = TokenRewards.of(policy, reference, 2, 5, 7, 0.1);
    assertThat(Arrays.equals(policy, POLICY) && Arrays.equals(reference, REFERENCE))
        .as("log pi and log ref are the same afterwards; rewards %s", Arrays.toString(rewards))
        .isTrue();
  }
}
