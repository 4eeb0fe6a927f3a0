package workbook.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.topictest.Near;

@DisplayName("Writing words backwards")
class ReversalTest {

  private static final int[] SHORT = {3, 1, 4, 1};
  private static final int[] LONG = {5, 9, 2, 6, 5, 3, 5, 8};

  private final Tape t = Numbers.tape();

  @Test
  @DisplayName("is right if every letter and the mark are, in order")
  void right() {
    assertThat(Reverser.right(List.of(SHORT, new int[] {7, 0})))
        .containsExactly(1, 4, 1, 3, 26, 0, 7, 26);
  }

  /// What is filled in beside a longer word has no part in the answer, and neither have other
  /// words.
  @ParameterizedTest
  @EnumSource
  @DisplayName("gives the same scores for a word alone and beside a longer one")
  void beside(Reversal.Assembly assembly) {
    Reverser reverser = assembly.reverser(1);
    float[] alone = reverser.answers(t, List.of(SHORT)).data();
    assertThat(alone).hasSize(5 * Reverser.VOCABULARY);
    Tensor both = reverser.answers(t, List.of(LONG, SHORT));
    assertThat(both.shape()).containsExactly(9 + 5, Reverser.VOCABULARY);
    float[] second = new float[alone.length];
    System.arraycopy(both.data(), 9 * Reverser.VOCABULARY, second, 0, second.length);
    Near.assertClose("beside a longer word", alone, second, 1e-6);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("reads the whole word before the first letter is written")
  void reads(Reversal.Assembly assembly) {
    Reverser reverser = assembly.reverser(1);
    float[] before = firstScores(reverser, SHORT);
    for (int i = 0; i < SHORT.length; i++) {
      int[] other = SHORT.clone();
      other[i] = 20;
      assertThat(firstScores(reverser, other)).as("letter %d changed", i).isNotEqualTo(before);
    }
  }

  private float[] firstScores(Reverser reverser, int... word) {
    float[] all = reverser.answers(t, List.of(word)).data();
    return Arrays.copyOf(all, Reverser.VOCABULARY);
  }

  @Test
  @DisplayName("counts a word only if all of it is right")
  void share() {
    List<int[]> words = List.of(SHORT, LONG, SHORT, LONG);
    assertThat(Reversal.share(t, new Known(-1), words)).isEqualTo(1);
    // Place 4 is the first word's mark, place 5 the second's first letter.
    assertThat(Reversal.share(t, new Known(4), words)).isEqualTo(0.75);
    assertThat(Reversal.share(t, new Known(5), words)).isEqualTo(0.75);
  }

  /// Knows all answers, but for one place.
  private record Known(int wrong) implements Reverser {

    @Override
    public Map<String, Tensor> parameters() {
      return Map.of();
    }

    @Override
    public Tensor answers(Tape t, List<int[]> words) {
      int[] right = Reverser.right(words);
      float[] scores = new float[right.length * VOCABULARY];
      for (int place = 0; place < right.length; place++) {
        scores[place * VOCABULARY + (place == wrong ? 25 : right[place])] = 1;
      }
      return Tensor.constant(scores, right.length, VOCABULARY);
    }
  }
}
