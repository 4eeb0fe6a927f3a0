package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.autograd.Tensor;

@DisplayName("Negative sampling, by its expected gradient")
class ExpectedSkipGramTest {

  private static final CoOccurrences COUNTS = ShiftedPmi.counts();

  @Test
  @DisplayName("has the gradient that differences of its loss give")
  void gradient() {
    ExpectedSkipGram model = new ExpectedSkipGram(COUNTS, 3, 2, new SplittableRandom(4));
    double[] gradient = model.gradient();
    assertThat(gradient).hasSize((4 + 4) * 2);
    for (int i = 0; i < gradient.length; i++) {
      double at = model.parameters()[i];
      model.parameters()[i] = at + 1e-5;
      double above = model.loss();
      model.parameters()[i] = at - 1e-5;
      double below = model.loss();
      model.parameters()[i] = at;
      // Off by h² times a third derivative, and by rounding over h: about 1e-11 each.
      assertThat((above - below) / 2e-5).as("%d", i).isCloseTo(gradient[i], within(1e-9));
    }
  }

  /// Levy and Goldberg, Neural word embedding as implicit matrix factorization, 2014, equation 11.
  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  @DisplayName("brings each product to PMI - log k, within a millionth")
  void optimum(int k) {
    ExpectedSkipGram model = new ExpectedSkipGram(COUNTS, k, 4, new SplittableRandom(5));
    model.descend(20_000, 1);
    double[][] pmi = COUNTS.pmi();
    for (int w = 0; w < COUNTS.words(); w++) {
      for (int c = 0; c < COUNTS.contexts(); c++) {
        assertThat(model.product(w, c))
            .as("word %d, context %d, k = %d, seed 5", w, c, k)
            .isCloseTo(pmi[w][c] - Math.log(k), within(1e-6));
      }
    }
  }

  @Test
  @DisplayName("cannot get there with too few numbers a word")
  void tooNarrow() {
    ExpectedSkipGram wide = new ExpectedSkipGram(COUNTS, 1, 4, new SplittableRandom(5));
    ExpectedSkipGram narrow = new ExpectedSkipGram(COUNTS, 1, 1, new SplittableRandom(5));
    wide.descend(5_000, 1);
    narrow.descend(5_000, 1);
    assertThat(narrow.loss()).isGreaterThan(wide.loss() + .01);
  }

  @Test
  @DisplayName("is what the steps of the sampled model are on average")
  void expected() {
    SplittableRandom random = new SplittableRandom(6);
    CoOccurrences counts = new CoOccurrences(new double[][] {{3, 1}, {1, 5}});
    ExpectedSkipGram model = new ExpectedSkipGram(counts, 1, 1, random);
    System.arraycopy(new double[] {1, -.8, .9, .7}, 0, model.parameters(), 0, 4);
    Tensor words = Tensor.parameter(2, 1);
    Tensor contexts = Tensor.parameter(2, 1);
    SkipGram sampled = new SkipGram(words, contexts);
    double[] moved = new double[4];
    int steps = 200_000;
    for (int step = 0; step < steps; step++) {
      for (int i = 0; i < 4; i++) {
        (i < 2 ? words : contexts).data()[i % 2] = (float) model.parameters()[i];
      }
      int pair = random.nextInt(10);
      int word = pair < 4 ? 0 : 1;
      int context = pair < 3 || pair == 4 ? 0 : 1;
      // P(c) is 4/10 and 6/10.
      sampled.step(word, new int[] {context, random.nextInt(10) < 4 ? 0 : 1}, 1);
      for (int i = 0; i < 4; i++) {
        moved[i] += model.parameters()[i] - (i < 2 ? words : contexts).data()[i % 2];
      }
    }
    double[] gradient = model.gradient();
    for (int i = 0; i < 4; i++) {
      // A step deviates by 1 at most, so the mean of 200,000 by 1 / 447; five times that.
      assertThat(moved[i] / steps).as("%d, seed 6", i).isCloseTo(gradient[i], within(.011));
    }
    assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow()).isGreaterThan(.1);
  }
}
