package workbook.alignment;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "alignment/1",
    title = "The loss of answers only",
    hints = {
      "Take one text: tokens 7 8 5 6 0, of which the first two are the prompt. Three tokens are to "
          + "be predicted: 5, 6 and the end token. Which elements of logs are theirs?",
      "The log-probability of token i stands in element i - 1, because it was predicted from the "
          + "tokens before it. Tell padding by lengths, not by the number 0: the end token is 0 "
          + "too, and counts.",
      "For each text, for token from prompts[text] to lengths[text] - 1: sum -= "
          + "logs[text][token - 1], and count++. Return sum / count after all texts."
    },
    chinese =
        @Exercise.Chinese(
            title = "只算回答的损失",
            hints = {
              "拿一条文本来看：词元 7 8 5 6 0，前两个是提示。要预测的有三个：5、6 和结束符。它们对应 logs 的哪几个元素？",
              "词元 i 由它前面的词元预测，它的对数概率在元素 i - 1。用 lengths 来分辨填充，不要看是不是 0：结束符也是 0，而它要算。",
              "对每条文本，token 从 prompts[text] 到 lengths[text] - 1：sum -= "
                  + "logs[text][token - 1]，count++。所有文本都处理完后返回 sum / count。"
            }))
@DisplayName("Exercise 1: the loss of answers only")
class AnswerLossTest {

  /// Each place has a number of its own, so that a sum says what is in it.
  private static final double[] LOGS = {-1, -10, -100, -1000, -10_000};

  private static double ofOne(int prompt, int length, double... logs) {
    int[] tokens = {7, 8, 5, 6, 0, 0};
    return AnswerLoss.of(
        new int[][] {tokens}, new double[][] {logs}, new int[] {prompt}, new int[] {length});
  }

  @Test
  @DisplayName("one text: the tokens of the answer, and the end token")
  void one() {
    // Tokens 2, 3 and 4 are predicted by elements 1, 2 and 3: (10 + 100 + 1000) / 3 = 370.
    Near.assertNear(
        "prompt 7 8, answer 5 6 and the end token 0, padding 0; logs -1 -10 -100 -1000 -10000",
        370,
        ofOne(2, 5, LOGS),
        1e-9);
  }

  @Test
  @DisplayName("an answer without a token is its end token")
  void empty() {
    int[][] tokens = {{7, 8, 0, 0, 0, 0}};
    Near.assertNear(
        "prompt 7 8, an answer that ends at once, padding 0 0 0; logs -1 -10 -100 -1000 -10000",
        10,
        AnswerLoss.of(tokens, new double[][] {LOGS}, new int[] {2}, new int[] {3}),
        1e-9);
  }

  @Test
  @DisplayName("a text without padding")
  void full() {
    // Elements 0 to 4 for tokens 1 to 5: 11111 / 5.
    int[][] tokens = {{7, 8, 5, 6, 4, 0}};
    Near.assertNear(
        "prompt 7, answer 8 5 6 4 and the end token 0; logs -1 -10 -100 -1000 -10000",
        2222.2,
        AnswerLoss.of(tokens, new double[][] {LOGS}, new int[] {1}, new int[] {6}),
        1e-9);
  }

  @Test
  @DisplayName("a prompt that has the number 0 in it")
  void zeroInPrompt() {
    int[][] tokens = {{7, 0, 5, 6, 0, 0}};
    Near.assertNear(
        "prompt 7 0, answer 5 6 and the end token 0, padding 0; logs -1 -10 -100 -1000 -10000",
        370,
        AnswerLoss.of(tokens, new double[][] {LOGS}, new int[] {2}, new int[] {5}),
        1e-9);
  }

  @Test
  @DisplayName("whatever a model gives padding, it does not count")
  void infinite() {
    Near.assertNear(
        "the same, with a log-probability of -Infinity in the padding",
        370,
        ofOne(2, 5, -1, -10, -100, -1000, Double.NEGATIVE_INFINITY),
        1e-9);
  }

  @Test
  @DisplayName("every token of a batch weighs the same, in a short answer and in a long one")
  void batch() {
    int[][] tokens = {{7, 8, 5, 6, 0, 0}, {7, 0, 0, 0, 0, 0}};
    double[][] logs = {{-9, -3, -3, -3, -9}, {-7, -9, -9, -9, -9}};
    // Three tokens of 3 and one of 7: 16 / 4. The mean of the two texts' means would be 5.
    Near.assertNear(
        "two answers: three tokens with log p = -3, and one with -7",
        4,
        AnswerLoss.of(tokens, logs, new int[] {2, 1}, new int[] {5, 2}),
        1e-9);
  }
}
