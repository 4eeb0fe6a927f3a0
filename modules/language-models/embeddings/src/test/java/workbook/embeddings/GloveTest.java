package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Near;

@DisplayName("GloVe")
class GloveTest {

  private static CoOccurrences goldenCounts() {
    float[][] rows = Golden.rows("glove/counts");
    double[][] counts = new double[rows.length][rows[0].length];
    for (int w = 0; w < counts.length; w++) {
      for (int c = 0; c < counts[w].length; c++) {
        counts[w][c] = rows[w][c];
      }
    }
    return new CoOccurrences(counts);
  }

  @Test
  @DisplayName("takes the path that PyTorch takes from the same numbers, 20 steps long")
  void golden() {
    Glove model = new Glove(goldenCounts(), 3, Golden.doubles("glove/parameters"));
    double[] losses = Golden.doubles("glove/losses");
    assertThat(losses).hasSize(20);
    for (int step = 0; step < losses.length; step++) {
      // Both are in double; what was kept is a float, with a rounding of 6e-8.
      assertThat(model.loss())
          .as("loss of step %d", step)
          .isCloseTo(losses[step], within(1e-7 * losses[step]));
      model.step(.1);
    }
    Near.assertClose("glove", Golden.doubles("glove/end"), model.parameters(), 1e-7);
  }

  @Test
  @DisplayName("has the gradient that differences of its loss give")
  void gradient() {
    double[][] counts = {{1, 20, 300}, {4000, 0, 60}};
    Glove model = Glove.random(new CoOccurrences(counts), 3, new SplittableRandom(4));
    double[] gradient = model.gradient();
    for (int i = 0; i < gradient.length; i++) {
      double at = model.parameters()[i];
      model.parameters()[i] = at + 1e-5;
      double above = model.loss();
      model.parameters()[i] = at - 1e-5;
      double below = model.loss();
      model.parameters()[i] = at;
      // The loss is some 100, with a rounding of 6e-14, over 2e-5.
      assertThat((above - below) / 2e-5).as("%d", i).isCloseTo(gradient[i], within(1e-7));
    }
  }

  @Test
  @DisplayName(
      "with enough numbers a word reaches the logarithm of every count, and leaves 0 alone")
  void reaches() {
    double[][] counts = {{1, 20, 300}, {4000, 5, 60}, {7, 800, 0}};
    Glove model = Glove.random(new CoOccurrences(counts), 3, new SplittableRandom(3));
    for (int step = 0; step < 5000; step++) {
      model.step(.5);
    }
    for (int w = 0; w < 3; w++) {
      for (int c = 0; c < 3; c++) {
        if (counts[w][c] > 0) {
          assertThat(model.predicted(w, c))
              .as("log %.0f, seed 3", counts[w][c])
              .isCloseTo(Math.log(counts[w][c]), within(1e-6));
        }
      }
    }
    assertThat(model.predicted(2, 2)).isFinite();
    assertThat(model.loss()).isLessThan(1e-10);
  }

  @Test
  @DisplayName("weighs as the paper says: (x / 100)^0.75, and 1 from there on")
  void weights() {
    assertThat(Glove.weight(100)).isEqualTo(1);
    assertThat(Glove.weight(4000)).isEqualTo(1);
    // 6.25 / 100 = 1/16, of which the fourth root is 1/2, and its cube 1/8.
    assertThat(Glove.weight(6.25)).isCloseTo(.125, within(1e-15));
  }

  @Test
  @DisplayName(
      "narrow, it finds most of the planted analogies; wide, it learns each count and finds none")
  void analogies() {
    CoOccurrences counts = Learned.counts(Learned.text());
    assertThat(right(counts, 8)).isGreaterThan(100);
    assertThat(right(counts, Learned.WIDTH)).isLessThan(10);
  }

  private static long right(CoOccurrences counts, int width) {
    return Embeddings.right(
        Analogy.planted(), Embeddings.vectors(Learned.glove(counts, width).vectors()));
  }
}
