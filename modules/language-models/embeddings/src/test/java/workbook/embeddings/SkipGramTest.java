package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.autograd.Tensor;

@DisplayName("Skip-gram")
class SkipGramTest {

  /// PyTorch's own float32 is off its float64 by 1e-7 in a loss; golden.py prints it. Ten times
  /// that.
  private static final double OF_LOSS = 1e-6;

  @Test
  @DisplayName("takes the path that PyTorch takes from the same vectors, 30 steps long")
  void golden() {
    Tensor words = Golden.parameter("skipgram/words");
    Tensor contexts = Golden.parameter("skipgram/contexts");
    SkipGram model = new SkipGram(words, contexts);
    double[] losses = Golden.doubles("skipgram/losses");
    int[] pairs = Golden.whole("skipgram/pairs");
    int columns = pairs.length / losses.length;
    assertThat(losses).hasSize(30);
    for (int step = 0; step < losses.length; step++) {
      int[] row = Arrays.copyOfRange(pairs, step * columns, (step + 1) * columns);
      assertThat(model.step(row[0], Arrays.copyOfRange(row, 1, columns), .25f))
          .as("loss of step %d", step)
          .isCloseTo(losses[step], within(OF_LOSS * losses[step]));
    }
    Golden.assertClose("skipgram/end/words", words.data(), OF_LOSS);
    Golden.assertClose("skipgram/end/contexts", contexts.data(), OF_LOSS);
  }

  @Test
  @DisplayName(
      "finds all 120 analogies of the planted text, and none if the question may be the answer")
  void analogies() {
    Vectors vectors = Trained.SKIP_GRAM;
    assertThat(Analogy.planted())
        .allSatisfy(analogy -> {
          assertThat(analogy.answer(vectors)).as("%s", analogy).isEqualTo(analogy.d());
          assertThat(analogy.answerAmongAll(vectors))
              .as("%s", analogy)
              .isIn(analogy.b(), analogy.c());
        });
  }

  @Test
  @DisplayName("gives the same bits for the same seed, and others for another")
  void sameBits() {
    int[][] text = Planted.sentences(300, new SplittableRandom(1));
    assertThat(trained(text, 2)).isDeepEqualTo(trained(text, 2));
    assertThat(trained(text, 2)[0]).isNotEqualTo(trained(text, 3)[0]);
  }

  private static float[][] trained(int[][] text, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    SkipGram model = SkipGram.random(Planted.WORDS.size(), 8, random);
    double[] losses = model.train(text, 2, 3, 4, .1, random);
    assertThat(losses).hasSize(4).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    return model.vectors();
  }

  @Test
  @DisplayName("draws random words by the power 3/4 of their counts")
  void noise() {
    // 1, 16 and 81 to the power of 3/4 are 1, 8 and 27.
    Noise noise = new Noise(1, 0, 16, 81);
    double[] expected = {1.0 / 36, 0, 8.0 / 36, 27.0 / 36};
    int[] drawn = new int[4];
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 100_000; i++) {
      drawn[noise.draw(random)]++;
    }
    for (int word = 0; word < 4; word++) {
      assertThat(noise.probability(word)).isCloseTo(expected[word], within(1e-12));
      // Five standard deviations.
      assertThat(drawn[word] / 1e5)
          .as("word %d, seed 8", word)
          .isCloseTo(expected[word], within(5 * Math.sqrt(expected[word] / 1e5)));
    }
  }

  @Test
  @DisplayName("has a finite loss where a sigmoid is 0 in double")
  void extremes() {
    assertThat(SkipGram.sigmoid(-800)).isZero();
    assertThat(SkipGram.logSigmoid(-800)).isEqualTo(-800);
    assertThat(SkipGram.logSigmoid(800)).isZero();
    assertThat(SkipGram.logSigmoid(0)).isCloseTo(-Math.log(2), within(1e-15));
  }
}
