package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;
import workbook.topictest.Near;

@Exercise(
    id = "embeddings/4",
    title = "Continuous bag of words",
    hints = {
      "SkipGram.step does the same with one word where here is a mean. What is the "
          + "derivative of a mean by each of its parts?",
      "Each word around has the gradient of the mean, divided by how many there are. A word"
          + " that stands there twice has two shares of it.",
      "The error of others[i] is sigmoid(mean · context) - (i == 0 ? 1 : 0). Add up the gradient of "
          + "the mean, error · context, before any context is changed; then take rate · error · mean "
          + "off each context, and rate · gradient / around.length off each word around. "
          + "SkipGram.sigmoid and SkipGram.logSigmoid are there to be used."
    },
    chinese =
        @Exercise.Chinese(
            title = "连续词袋模型（CBOW）",
            hints = {
              "SkipGram.step 对一个词做的，这里对平均向量做。平均值对其中每一项的导数是多少？",
              "周围每个词的梯度，等于平均向量的梯度除以词的个数。出现两次的词得两份。",
              "others[i] 的误差是 sigmoid(平均 · 上下文向量) - (i == 0 ? 1 : 0)。先累加平均向量的梯度，即误差 · 上下文向量，"
                  + "然后才改上下文向量：每个减去 rate · 误差 · 平均；周围每个词减去 rate · 梯度 / around.length。"
                  + "SkipGram.sigmoid 和 SkipGram.logSigmoid 可以直接用。"
            }))
@DisplayName("Exercise 4: continuous bag of words")
class CbowTest {

  /// The mean of 1 and 3 is 2, and 2 · 0.5 = 1; σ(1) - 1 = -0.26894. The gradient of the mean is
  /// -0.26894 · 0.5 = -0.13447, that of each word half of it; that of the context -0.26894 · 2.
  @Test
  @DisplayName("two words around a place, by hand")
  void byHand() {
    float[][] words = {{1}, {3}};
    float[][] contexts = {{.5f}, {9}};
    double loss = Cbow.step(words, contexts, new int[] {0, 1}, new int[] {0}, 1);
    assertNear("two words around: expected words[0] =", 1.067235, words[0][0]);
    assertNear("two words around: expected words[1] =", 3.067235, words[1][0]);
    assertNear("two words around: expected contexts[0] =", 1.037883, contexts[0][0]);
    assertNear("two words around: expected contexts[1] =", 9, contexts[1][0]);
    assertNear("two words around: expected a loss of", .3132617, loss);
  }

  /// Both shares go to the one word, as if it were there once: 2 + 2 · 0.13447 / 2.
  @Test
  @DisplayName("the same word twice around")
  void twice() {
    float[][] words = {{2}};
    float[][] contexts = {{.5f}};
    Cbow.step(words, contexts, new int[] {0, 0}, new int[] {0}, 1);
    assertNear("the same word twice around: expected words[0] =", 2.134471, words[0][0]);
  }

  /// m·c is 1 both times: -log σ(1) - log σ(-1). The errors, -0.26894 and 0.73106, add up to
  /// 0.46212, and the context goes down by twice as much.
  @Test
  @DisplayName("the right word drawn once more among the random ones counts as one of these")
  void drawnAgain() {
    float[][] words = {{1}, {3}};
    float[][] contexts = {{.5f}, {9}};
    double loss = Cbow.step(words, contexts, new int[] {0, 1}, new int[] {0, 0}, 1);
    assertNear("the right word twice in others: expected a loss of", 1.626523, loss);
    assertNear("the right word twice in others: expected contexts[0] =", -.424234, contexts[0][0]);
  }

  /// The steps of the first case, a quarter of each: 0.06724 / 4 = 0.01681, and 0.53788 / 4 =
  /// 0.13447.
  @Test
  @DisplayName("a rate of a quarter takes a quarter of the step")
  void rate() {
    float[][] words = {{1}, {3}};
    float[][] contexts = {{.5f}, {9}};
    Cbow.step(words, contexts, new int[] {0, 1}, new int[] {0}, .25f);
    assertNear("a rate of 0.25: expected words[0] =", 1.016809, words[0][0]);
    assertNear("a rate of 0.25: expected contexts[0] =", .634471, contexts[0][0]);
  }

  /// -log σ(-800) = 800 + log(1 + e^-800).
  @Test
  @DisplayName("where the model is very wrong the loss is large, and finite")
  void veryWrong() {
    double loss = Cbow.step(new float[][] {{40}}, new float[][] {{-20}}, new int[1], new int[1], 1);
    assertNear("m·c = -800: expected a loss of", 800, loss);
  }

  @Test
  @DisplayName("the words around and the others stay as they are")
  void listsUntouched() {
    int[] around = {1, 0};
    int[] others = {1, 0};
    Cbow.step(new float[][] {{1}, {3}}, new float[][] {{1}, {3}}, around, others, 1);
    assertThat(Arrays.toString(around) + Arrays.toString(others))
        .withFailMessage(
            "around and others must stay as they are: they were [1, 0] and [1, 0] and are now %s and %s",
            Arrays.toString(around), Arrays.toString(others))
        .isEqualTo("[1, 0][1, 0]");
  }

  @Test
  @DisplayName("loss and gradients are those of PyTorch, with a word twice on both sides")
  void pyTorch() {
    float[][] words = Golden.rows("cbow/words");
    float[][] contexts = Golden.rows("cbow/contexts");
    double loss =
        Cbow.step(words, contexts, Golden.whole("cbow/around"), Golden.whole("cbow/others"), 1);
    // A float has 24 bits, and the loss is between 2 and 4.
    Near.assertClose(
        "the loss before the step", Golden.doubles("cbow/loss"), new double[] {loss}, 1e-6);
    assertStep("words", words);
    assertStep("contexts", contexts);
  }

  private static void assertStep(String table, float[][] after) {
    float[] before = Golden.floats("cbow/" + table);
    float[] gradient = Golden.floats("cbow/d" + table);
    double[] expected = new double[before.length];
    double[] actual = new double[before.length];
    for (int i = 0; i < before.length; i++) {
      expected[i] = (double) before[i] - gradient[i];
      actual[i] = Golden.flat(after)[i];
    }
    // Some ten roundings, each of 6e-8.
    Near.assertClose(table + " after the step", expected, actual, 1e-6);
  }

  private static void assertNear(String what, double expected, double actual) {
    assertThat(Math.abs(actual - expected) < 1e-5)
        .withFailMessage(String.format(Locale.ROOT, "%s %.4f but was %.4f", what, expected, actual))
        .isTrue();
  }
}
