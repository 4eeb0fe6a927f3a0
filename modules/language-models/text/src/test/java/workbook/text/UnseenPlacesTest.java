package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The places whose n-gram was never seen")
class UnseenPlacesTest {

  /// 18 characters to learn from, and a c at 18 and 19 to be asked about.
  private static final Corpus AB = Corpus.of("ab", "ab".repeat(9) + "ac");

  @Test
  @DisplayName("by hand: c is new, and so are ac and bac")
  void hand() {
    for (int n = 1; n <= 3; n++) {
      assertThat(UnseenPlaces.of(AB, n)).as("n = %d", n).isEqualTo(places(19));
    }
    // The 18-gram that ends at 18, ba..ba, begins at 1 and is new: that of the training text is
    // ab..ab.
    assertThat(UnseenPlaces.of(AB, 18)).isEqualTo(places(18, 19));
  }

  @Test
  @DisplayName("are those at which a search in the training text finds nothing")
  void search() {
    Random random = new Random(41);
    for (int round = 0; round < 50; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 200; i++) {
        text.append((char) ('a' + random.nextInt(4)));
      }
      Corpus corpus = Corpus.of("random", text.toString());
      int n = 1 + random.nextInt(6);
      BitSet expected = new BitSet();
      for (int i = corpus.split(); i < corpus.length(); i++) {
        expected.set(i, !corpus.trainingText().contains(text.substring(i + 1 - n, i + 1)));
      }
      assertThat(UnseenPlaces.of(corpus, n)).as("seed 41, n = %d: %s", n, text).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("are scored by themselves, and together with the others give the whole score")
  void score() {
    // a and b are nine of 18 each, and c counts as one: 9/19 for a, 1/19 for c.
    LanguageModel model = new Frequencies(AB);
    Score unseen = Score.of(model, AB, UnseenPlaces.of(AB, 2));
    assertThat(unseen.characters()).isEqualTo(1);
    assertThat(unseen.natsPerCharacter()).isEqualTo(Math.log(19), offset(1e-12));
    BitSet seen = UnseenPlaces.of(AB, 2);
    seen.flip(AB.split(), AB.length());
    assertThat(Score.of(model, AB, seen).nats()).isEqualTo(Math.log(19.0 / 9), offset(1e-12));
    assertThat(unseen.nats() + Score.of(model, AB, seen).nats())
        .isEqualTo(Score.of(model, AB).nats(), offset(1e-12));
  }

  @Test
  @DisplayName("no place, one in the training text, or an n that does not fit: refused")
  void refused() {
    LanguageModel model = new Frequencies(AB);
    assertThatThrownBy(() -> Score.of(model, AB, places()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("places must be from 18 to 19, and were none");
    assertThatThrownBy(() -> Score.of(model, AB, places(17, 19)))
        .hasMessage("places must be from 18 to 19, and were from 17 to 19");
    assertThatThrownBy(() -> Score.of(model, AB, places(20)))
        .hasMessage("places must be from 18 to 19, and were from 20 to 20");
    for (int n : new int[] {0, 19}) {
      assertThatThrownBy(() -> UnseenPlaces.of(AB, n))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("n must be from 1 to 18, and was %d", n);
    }
  }

  private static BitSet places(int... places) {
    BitSet set = new BitSet();
    for (int place : places) {
      set.set(place);
    }
    return set;
  }
}
