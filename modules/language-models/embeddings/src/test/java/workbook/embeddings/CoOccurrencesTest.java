package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counting what comes together")
class CoOccurrencesTest {

  @Test
  @DisplayName("looks as far as the window, and not beyond a sentence")
  void window() {
    // 0 1 2 0 | 1: with a window of 1, 0-1, 1-2, 2-0, each both ways; with 2, also 0-2 and 1-0.
    int[][] text = {{0, 1, 2, 0}, {1}};
    assertThat(CoOccurrences.of(text, 3, 1).counts())
        .isDeepEqualTo(new double[][] {{0, 1, 1}, {1, 0, 1}, {1, 1, 0}});
    assertThat(CoOccurrences.of(text, 3, 2).counts())
        .isDeepEqualTo(new double[][] {{0, 2, 2}, {2, 0, 1}, {2, 1, 0}});
    // 0 and 0 are 3 apart.
    assertThat(CoOccurrences.of(text, 3, 3).counts()[0][0]).isEqualTo(2);
  }

  /// The example of Jurafsky and Martin, Speech and Language Processing, 3rd edition, section 6.6:
  /// four words with five contexts, and the table of their PPMI in bits.
  @Test
  @DisplayName("gives the PPMI that Jurafsky and Martin print")
  void published() {
    CoOccurrences counts =
        new CoOccurrences(
            new double[][] {
              {2, 8, 9, 442, 25},
              {0, 0, 1, 60, 19},
              {1670, 1683, 85, 5, 4},
              {3325, 3982, 378, 5, 13}
            });
    assertThat(counts.ofWords()).containsExactly(486, 80, 3447, 7703);
    assertThat(counts.ofContexts()).containsExactly(4997, 5673, 473, 512, 61);
    double[][] bits = {
      {0, 0, 0, 4.38, 3.30}, {0, 0, 0, 4.10, 5.51}, {0.18, 0.01, 0, 0, 0}, {0.02, 0.09, 0.28, 0, 0}
    };
    float[][] positive = counts.positivePmi();
    for (int w = 0; w < bits.length; w++) {
      for (int c = 0; c < bits[w].length; c++) {
        assertThat(positive[w][c] / Math.log(2))
            .as("word %d, context %d", w, c)
            .isCloseTo(bits[w][c], within(.0051));
      }
    }
    assertThat(counts.pmi()[1][0]).as("never together").isEqualTo(Double.NEGATIVE_INFINITY);
  }
}
