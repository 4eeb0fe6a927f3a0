package workbook.dataquality;

import static workbook.topictest.Near.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "data-quality/5",
    title = "A mixture that repeats nothing too often",
    hints = {
      "First without the limit: budget · weight / sum of the weights. Then take three sources, one"
          + " of which gets too much by that. What do the two others get?",
      "What a full source cannot take may fill the next one, so one round is not enough. In each"
          + " round share out what is left among those that are not full, by their own weights.",
      "full[] false, repeat: left = budget less what full ones read; sum = the weights of the"
          + " others; each of the others reads left * weight / sum (0 if sum is 0); whoever is"
          + " above most * tokens reads exactly that and is full. Stop after a round in which"
          + " nobody became full."
    },
    chinese =
        @Exercise.Chinese(
            title = "什么都不重复太多次的配比",
            hints = {
              "先不管上限：预算 · 权重 / 权重之和。再取三个来源，其中一个按这个算法读得太多。另外两个应得多少？",
              "已满的来源容不下的部分，可能又让下一个来源变满，所以一轮不够。每一轮都把剩下的预算按权重分给还没满的来源。",
              "full[] 初始为 false，反复：left = 预算减去已满来源的读取量；sum = 其余来源的权重之和；其余来源各读 left *"
                  + " weight / sum（sum 为 0 时读 0）；超过 most * tokens 的就取这个上限，并标记为满。某一轮没有新的来源变满时停止。"
            }))
@DisplayName("Exercise 5: a mixture that repeats nothing too often")
class MixturePlanTest {

  private static void assertTokens(
      double[] expected, double[] tokens, double[] weights, double budget, double most) {
    assertClose(
        "tokens read of %s by the weights %s, budget %s, at most %s times"
            .formatted(Arrays.toString(tokens), Arrays.toString(weights), budget, most),
        expected,
        MixturePlan.tokens(tokens, weights, budget, most),
        1e-9);
  }

  private static double[] of(double... numbers) {
    return numbers;
  }

  /// Brown and others 2020, table 2.2: the shares add up to 101.
  @Test
  @DisplayName("GPT-3's mixture, whose shares add up to 101")
  void gpt3() {
    double part = 300 / 101.0;
    assertTokens(
        of(60 * part, 22 * part, 8 * part, 8 * part, 3 * part),
        of(410, 19, 12, 55, 3),
        of(60, 22, 8, 8, 3),
        300,
        4);
  }

  @Test
  @DisplayName("weights count, and not sizes")
  void weights() {
    assertTokens(of(25, 75), of(1000, 100), of(1, 3), 100, 4);
    assertTokens(of(50, 50), of(1000, 1000), of(.25, .25), 100, 4);
  }

  /// 50 each; the second has 10 and is read twice: 20. The first gets the 30 that are left over.
  @Test
  @DisplayName("what a small source cannot take goes to the other")
  void limit() {
    assertTokens(of(80, 20), of(1000, 10), of(1, 1), 100, 2);
  }

  /// 10 tokens, read two and a half times, are 25.
  @Test
  @DisplayName("a limit need not be a whole number")
  void fraction() {
    assertTokens(of(25, 75), of(10, 1000), of(1, 1), 100, 2.5);
  }

  /// 60, 30 and 10 of 100. The first has 10 tokens and is read once. 90 are left, at 3 : 1.
  @Test
  @DisplayName("and to several others by their weights")
  void shared() {
    assertTokens(of(10, 67.5, 22.5), of(10, 1000, 1000), of(6, 3, 1), 100, 1);
  }

  /// 40, 40 and 20 of 100. The first is full at 10; 90 are left at 2 : 1, 60 and 30; now the second
  /// is full at 50, and the third gets 40.
  @Test
  @DisplayName("which may fill one more")
  void cascade() {
    assertTokens(of(10, 50, 40), of(10, 50, 1000), of(2, 2, 1), 100, 1);
  }

  /// Of 100 the first would get 40 of its 10, of the 90 left the second 45 of its 40, of the 50
  /// left the third 33.3 of its 32, and the last has no limit that it reaches: 18.
  @Test
  @DisplayName("of four sources three may fill, one after another")
  void longCascade() {
    assertTokens(of(10, 40, 32, 18), of(10, 40, 32, 1000), of(4, 3, 2, 1), 100, 1);
  }

  /// By the weights, the first gets 22 / 101 = 0.22 of its 10, and the second 21.78 of its 20.
  @Test
  @DisplayName("the smallest source is not always the one that fills")
  void largerFills() {
    assertTokens(of(2, 20), of(10, 20), of(1, 100), 22, 1);
  }

  @Test
  @DisplayName("when all are full, the budget is not used up")
  void all() {
    assertTokens(of(40, 80), of(10, 20), of(1, 1), 1000, 4);
  }

  @Test
  @DisplayName("a source of weight 0 is not read, even if all others are full")
  void zero() {
    assertTokens(of(40, 0), of(10, 20), of(1, 0), 1000, 4);
    assertTokens(of(0, 0), of(10, 20), of(0, 0), 1000, 4);
    assertTokens(of(0, 50), of(0, 100), of(0, 1), 50, 1);
  }

  @Test
  @DisplayName("exactly as often as is allowed is allowed")
  void exactly() {
    assertTokens(of(40, 60), of(10, 100), of(4, 6), 100, 4);
  }

  @Test
  @DisplayName("what is given is not changed")
  void given() {
    double[] tokens = of(1000, 10);
    double[] weights = of(1, 1);
    MixturePlan.tokens(tokens, weights, 100, 2);
    assertClose("tokens afterwards", of(1000, 10), tokens, 0);
    assertClose("weights afterwards", of(1, 1), weights, 0);
  }
}
