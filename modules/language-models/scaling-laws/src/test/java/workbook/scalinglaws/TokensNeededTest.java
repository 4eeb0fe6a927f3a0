package workbook.scalinglaws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "scaling-laws/1",
    title = "How much text for that loss?",
    hints = {
      "Solve L = E + A / N^alpha + B / D^beta for D. When is there no D?",
      "What is left for the data is L - E - A / N^alpha. If it is 0 or less, no text is long enough.",
      "D = (B / left) to the power 1 / beta if left is greater than 0, and Double.POSITIVE_INFINITY otherwise."
    },
    chinese =
        @Exercise.Chinese(
            title = "要达到这个损失，需要多少文本？",
            hints = {
              "从 L = E + A / N^alpha + B / D^beta 中解出 D。什么时候 D 不存在？",
              "留给数据的是 L - E - A / N^alpha。如果它不大于 0，多长的文本都不够。",
              "left 大于 0 时，D 是 (B / left) 的 1 / beta 次方，否则返回 Double.POSITIVE_INFINITY。"
            }))
@DisplayName("Exercise 1: how much text for that loss?")
class TokensNeededTest {

  private static void assertTokens(double expected, Law law, double parameters, double loss) {
    double tokens = TokensNeeded.tokens(law, parameters, loss);
    // A relative error of 1e-9; of infinities the same one.
    assertThat(
            tokens == expected
                || Double.isFinite(expected) && Math.abs(tokens - expected) <= 1e-9 * expected)
        .withFailMessage(
            "tokens for N = %s and a loss of %s: expected %s but was %s, by %s",
            parameters, loss, expected, tokens, law)
        .isTrue();
  }

  /// By hand: E 1, A 8, B 9, both powers 1/2. N = 64 leaves 8 / 8 = 1; of a loss of 3.5 the data
  /// may have 1.5 = 9 / 6, so D = 36; of 5 they may have 3, so D = 9.
  @Test
  @DisplayName("by hand, with square roots")
  void byHand() {
    Law law = new Law(1, 8, 9, .5, .5);
    assertTokens(36, law, 64, 3.5);
    assertTokens(9, law, 64, 5);
    // N = 4 leaves 4.
    assertTokens(81, law, 4, 6);
  }

  /// What is left for the data may be much or little: with left = 2, 18, 2^-10 and 2^-30, all of
  /// them exact, D = (9 / left)².
  @Test
  @DisplayName("a number of tokens is no whole number, and has no bounds")
  void farAway() {
    Law law = new Law(1, 8, 9, .5, .5);
    assertTokens(20.25, law, 64, 4);
    assertTokens(.25, law, 64, 20);
    assertTokens(84_934_656, law, 64, 2 + 0x1p-10);
    assertTokens(81 * 0x1p60, law, 64, 2 + 0x1p-30);
  }

  /// The law itself says what is right: whatever comes out must have that loss.
  @Test
  @DisplayName("the published laws have that loss there")
  void published() {
    for (Law law : new Law[] {Law.REFIT, Law.CHINCHILLA, Law.CHINCHILLA_UNROUNDED}) {
      for (double tokens : new double[] {1e9, 1.4e12, 3e14}) {
        for (double parameters : new double[] {7e10, 1.5e9}) {
          double loss = law.loss(parameters, tokens);
          double found = TokensNeeded.tokens(law, parameters, loss);
          assertThat(Math.abs(law.loss(parameters, found) - loss) <= 1e-9)
              .withFailMessage(
                  "tokens for N = %s and a loss of %s: expected about %s but was %s, which leaves a loss"
                      + " of %s, by %s",
                  parameters, loss, tokens, found, law.loss(parameters, found), law)
              .isTrue();
        }
      }
    }
  }

  /// 1.8172 are the entropy by the refit.
  @Test
  @DisplayName("a loss below what the model leaves is never reached")
  void never() {
    assertTokens(Double.POSITIVE_INFINITY, Law.REFIT, 1e9, 1.8);
    assertTokens(Double.POSITIVE_INFINITY, Law.REFIT, 1e9, 1.8172);
    assertTokens(Double.POSITIVE_INFINITY, Law.REFIT, 1e9, 2.1);
    // 1 + 8 / 8: only an endless text would do.
    assertTokens(Double.POSITIVE_INFINITY, new Law(1, 8, 9, .5, .5), 64, 2);
  }
}
