package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "embeddings/4",
    title = "Continuous bag of words",
    hints = {
      "SkipGram.step does the same with one word where here is a mean. What is the "
          + "derivative of a mean by each of its parts?",
      "Each word around has the gradient of the mean, divided by how many there are. A word"
          + " that stands there twice has two shares of it.",
      "All gradients are those of the vectors before the step: add up the gradient of the "
          + "mean before the contexts are changed."
    })
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
    assertThat(loss).as("the loss, -log σ(1)").isCloseTo(.3132617, within(1e-6));
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

  @Test
  @DisplayName("loss and gradients are those of PyTorch, with a word twice on both sides")
  void pyTorch() {
    float[][] words = Golden.rows("cbow/words");
    float[][] contexts = Golden.rows("cbow/contexts");
    double loss =
        Cbow.step(words, contexts, Golden.whole("cbow/around"), Golden.whole("cbow/others"), 1);
    assertThat(loss)
        .as("the loss before the step")
        .isCloseTo(Golden.tensor("cbow/loss").value(), within(2e-6));
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
    Golden.assertClose(table + " after the step", expected, actual, 1e-6);
  }

  private static void assertNear(String what, double expected, double actual) {
    assertThat(Math.abs(actual - expected) < 1e-5)
        .withFailMessage(String.format(Locale.ROOT, "%s %.4f but was %.4f", what, expected, actual))
        .isTrue();
  }
}
