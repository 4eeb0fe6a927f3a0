package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Hiding words")
class HiddenTest {

  private static final Rows ROWS = Rows.of(Language.sentences(5000, 5));

  /// Each count is within five deviations of a binomial one.
  private static void assertShare(long count, double share, long of) {
    double deviation = Math.sqrt(of * share * (1 - share));
    assertThat((double) count).isBetween(of * share - 5 * deviation, of * share + 5 * deviation);
  }

  @Test
  @DisplayName("chooses 15 of 100 words; of these 80 are masked, 10 swapped, 10 left as they are")
  void shares() {
    Hidden hidden = Hidden.of(ROWS, Hidden.Fate.BERT, new SplittableRandom(1));
    long words = IntStream.of(ROWS.tokens()).filter(token -> token >= Language.FIRST_WORD).count();
    long chosen = hidden.places().length;
    assertShare(chosen, .15, words);
    long masked = count(hidden, (before, after) -> after == Language.HIDDEN);
    long same = count(hidden, (before, after) -> after == before);
    assertShare(masked, .8, chosen);
    // A word that is drawn may be the same by chance.
    double again = .1 / (Language.size() - Language.FIRST_WORD);
    assertShare(same, .1 + again, chosen);
    assertShare(chosen - masked - same, .1 - again, chosen);
  }

  private interface Pair {
    boolean test(int before, int after);
  }

  private static long count(Hidden hidden, Pair pair) {
    return IntStream.of(hidden.places())
        .filter(place -> pair.test(ROWS.tokens()[place], hidden.inputs()[place]))
        .count();
  }

  @Test
  @DisplayName("asks for what stood there, leaves all else, and never chooses a mark")
  void targets() {
    Hidden hidden = Hidden.of(ROWS, Hidden.Fate.BERT, new SplittableRandom(2));
    int[] inputs = hidden.inputs().clone();
    for (int i = 0; i < hidden.places().length; i++) {
      inputs[hidden.places()[i]] = hidden.targets()[i];
    }
    assertThat(Arrays.equals(inputs, ROWS.tokens())).isTrue();
    assertThat(IntStream.of(hidden.targets()).min()).hasValue(Language.FIRST_WORD);
  }

  @Test
  @DisplayName("of ends hides all from a place on, and nothing of what fills the row")
  void ends() {
    Rows two =
        Rows.of(
            List.of(Language.encode("the cat sleeps ."), Language.encode("the old cats sing .")));
    Hidden hidden = Hidden.ends(two, sentence -> sentence.length - 2);
    assertThat(hidden.places()).containsExactly(3, 4, 6 + 4, 6 + 5);
    assertThat(Language.decode(hidden.inputs()))
        .isEqualTo("[CLS] the cat [MASK] [MASK] [PAD] [CLS] the old cats [MASK] [MASK]");
    assertThat(Language.decode(hidden.targets())).isEqualTo("sleeps . sing .");
  }
}
