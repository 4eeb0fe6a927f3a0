package workbook.alignment;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/5",
    title = "The loss of DPO",
    hints = {
      "Before the first step the policy is the reference: whatever the answers are, the margin is 0, "
          + "and the loss is ln 2. If yours is not, a reference is missing or has the wrong sign.",
      "log of a product is a sum: the log-probability of an answer is the sum over its tokens, not "
          + "the mean. The margin is beta times (chosen - chosenReference) minus (rejected - "
          + "rejectedReference), of these sums.",
      "ofChosen = sum of chosen - sum of chosenReference, ofRejected likewise; margin = beta * "
          + "(ofChosen - ofRejected); return Math.max(-margin, 0) + "
          + "Math.log1p(Math.exp(-Math.abs(margin)))."
    },
    chinese =
        @Exercise.Chinese(
            title = "DPO 的损失",
            hints = {
              "第一步之前，策略就是参考模型：不论回答是什么，间隔都是 0，损失是 ln 2。如果你的结果不是，那就是少了参考模型，或者符号反了。",
              "乘积的对数是求和：一个回答的对数概率是各词元之和，不是平均。间隔是 beta 乘以 (chosen - chosenReference) 减 (rejected - "
                  + "rejectedReference)，都用求和后的数。",
              "ofChosen = chosen 之和 - chosenReference 之和，ofRejected 同理；margin = beta * (ofChosen - "
                  + "ofRejected)；返回 Math.max(-margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)))。"
            }))
@DisplayName("Exercise 5: the loss of DPO")
class PreferenceLossTest {

  private static double[] of(double... logs) {
    return logs;
  }

  @Test
  @DisplayName("is ln 2 as long as the policy is the reference")
  void beginning() {
    Near.assertNear(
        "policy = reference, answers of 3 and of 1 token",
        Math.log(2),
        PreferenceLoss.of(of(-1, -2, -3), of(-4), of(-1, -2, -3), of(-4), 0.1),
        1e-12);
  }

  /// −ln σ(m) at m = 2 is 0.126928, at -1 it is 1.313262.
  @Test
  @DisplayName("sums over tokens, so a long answer has its full weight")
  void sums() {
    // Chosen: -2 - -6 = 4; rejected: -1 - -1 = 0; β = 0.5.
    Near.assertNear(
        "chosen -0.5 x 4, reference -1.5 x 4; rejected -1, reference -1; beta 0.5",
        0.126928,
        PreferenceLoss.of(
            of(-0.5, -0.5, -0.5, -0.5), of(-1), of(-1.5, -1.5, -1.5, -1.5), of(-1), 0.5),
        5e-7);
  }

  @Test
  @DisplayName("is above ln 2 where the rejected answer gained more, even if both gained")
  void both() {
    // Chosen: 1; rejected: 11; β = 0.1: a margin of -1.
    Near.assertNear(
        "chosen -2, reference -3; rejected -1 -1, reference -6 -7; beta 0.1",
        1.313262,
        PreferenceLoss.of(of(-2), of(-1, -1), of(-3), of(-6, -7), 0.1),
        5e-7);
  }

  @Test
  @DisplayName("falls where both fall, and the rejected answer more")
  void bothFall() {
    // Chosen: -1; rejected: -3; β = 1: a margin of 2.
    Near.assertNear(
        "chosen -3, reference -2; rejected -5, reference -2; beta 1",
        0.126928,
        PreferenceLoss.of(of(-3), of(-5), of(-2), of(-2), 1),
        5e-7);
  }

  @Test
  @DisplayName("is 1000 where the margin is -1000, not infinite")
  void farWrong() {
    Near.assertNear(
        "chosen -1001, reference -1; rejected -1, reference -1; beta 1",
        1000,
        PreferenceLoss.of(of(-1001), of(-1), of(-1), of(-1), 1),
        1e-9);
  }
}
