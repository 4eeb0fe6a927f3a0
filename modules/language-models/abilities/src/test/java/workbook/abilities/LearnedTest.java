package workbook.abilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.kernels.FloatKernels;

@DisplayName("What a small GPT learns from")
class LearnedTest {

  private static final int VOCABULARY = 8;

  private static float loss(Learned.Row... rows) {
    return new Learned(_ -> rows, VOCABULARY, 8, rows.length, 1e-3, 2, 1, FloatKernels.best())
        .take(0);
  }

  private static Learned.Row row(int last, boolean lastCounts) {
    return new Learned.Row(
        new int[] {1, 2, 3, last}, new boolean[] {false, true, true, lastCounts});
  }

  /// Before any step it knows nothing of 8 tokens: ln 8 = 2.079. Its scores are products of rows of
  /// length √64 with random weights of deviation 0.02: 0.16 off, each.
  @Test
  @DisplayName("is what counts, and starts at the logarithm of the vocabulary")
  void start() {
    assertThat(loss(row(4, true))).isCloseTo((float) Math.log(VOCABULARY), within(.32f));
  }

  /// The last token is read nowhere, so it matters only if it counts.
  @Test
  @DisplayName("is not what is masked")
  void masked() {
    assertThat(loss(row(4, false))).isEqualTo(loss(row(5, false)));
    assertThat(loss(row(4, true))).isNotEqualTo(loss(row(5, true)));
  }

  @Test
  @DisplayName("is no padding: a shorter row beside a longer one counts as by itself")
  void padding() {
    Learned.Row shorter = new Learned.Row(new int[] {1, 2}, new boolean[] {false, true});
    Learned.Row silent = new Learned.Row(new int[] {7, 6, 5, 4}, new boolean[4]);
    assertThat(loss(shorter, silent)).isCloseTo(loss(shorter), within(1e-6f));
  }
}
