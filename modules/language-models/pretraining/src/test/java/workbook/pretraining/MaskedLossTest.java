package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "pretraining/1",
    title = "A loss over hidden words only",
    hints = {
      "Which places count, and by how many is the sum divided?",
      "Cross-entropy at a place is -ln of the softmax at the target: ln(sum of e^score) minus the "
          + "target's score. Large scores overflow unless the largest is subtracted first.",
      "For each chosen place add ln(sum of e^(score - largest)) - (score of the target - largest); "
          + "divide by the number of chosen places."
    },
    chinese =
        @Exercise.Chinese(
            title = "只在被遮住的位置上计算损失",
            hints = {
              "哪些位置计入损失？总和要除以多少？",
              "某个位置的交叉熵是目标词 softmax 概率的负对数：ln(Σe^得分) 减去目标词的得分。得分很大时会溢出，除非先减去最大值。",
              "对每个被选中的位置，累加 ln(Σe^(得分 − 最大值)) − (目标词得分 − 最大值)，最后除以被选中的位置数。"
            }))
@DisplayName("Exercise 1: a loss over hidden words only")
class MaskedLossTest {

  private static final double[] EVEN = {0, 0};

  /// e^(ln 3) to e^0: probabilities 3/4 and 1/4.
  private static final double[] THREE_TO_ONE = {Math.log(3), 0};

  @Test
  @DisplayName("at a place of two equal scores is ln 2")
  void even() {
    assertMean(Math.log(2), new double[][] {EVEN}, new int[] {1}, true);
  }

  /// -ln(3/4) and -ln(1/4).
  @Test
  @DisplayName("is that of the target, and not of the best token")
  void target() {
    assertMean(Math.log(4 / 3.0), new double[][] {THREE_TO_ONE}, new int[] {0}, true);
    assertMean(Math.log(4), new double[][] {THREE_TO_ONE}, new int[] {1}, true);
  }

  @Test
  @DisplayName("leaves out the places that were not chosen, and divides by those that were")
  void chosen() {
    double[][] scores = {EVEN, THREE_TO_ONE, EVEN, THREE_TO_ONE};
    int[] targets = {0, 1, 1, 0};
    assertMean(Math.log(2), scores, targets, true, false, false, false);
    assertMean((Math.log(2) + Math.log(4)) / 2, scores, targets, true, true, false, false);
  }

  /// Four tokens of equal scores: 1/4 each.
  @Test
  @DisplayName("is over all tokens, however many there are")
  void tokens() {
    assertMean(Math.log(4), new double[][] {{7, 7, 7, 7}}, new int[] {3}, true);
  }

  /// e^1000 is infinite as a double; the probability of the other token is e^-1000 to 1.
  @Test
  @DisplayName("stays finite, however large the scores are")
  void large() {
    assertMean(1000, new double[][] {{1000, 0}}, new int[] {1}, true);
    assertMean(Math.log(2), new double[][] {{-1000, -1000}}, new int[] {0}, true);
  }

  /// 0 and ln 2: the score of 1000 is another place's.
  @Test
  @DisplayName("does not depend on how large the scores of other places are")
  void apart() {
    double[][] scores = {{1000, 0}, EVEN};
    assertMean(Math.log(2) / 2, scores, new int[] {0, 0}, true, true);
  }

  private static void assertMean(
      double expected, double[][] scores, int[] targets, boolean... chosen) {
    double actual = MaskedLoss.mean(scores, targets, chosen);
    assertThat(actual)
        .withFailMessage(
            "mean(%s, %s, %s): expected %.4f but was %.4f",
            Arrays.deepToString(scores),
            Arrays.toString(targets),
            Arrays.toString(chosen),
            expected,
            actual)
        .isCloseTo(expected, Offset.offset(1e-9));
  }
}
