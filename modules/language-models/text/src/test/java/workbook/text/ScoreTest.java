package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The score")
class ScoreTest {

  /// A model that gives the symbols of a text the probabilities listed.
  private static LanguageModel listed(double... probabilities) {
    return new LanguageModel() {
      @Override
      public int symbols() {
        return 2;
      }

      @Override
      public double[] next(int[] text, int length) {
        return new double[] {probabilities[length], 1 - probabilities[length]};
      }
    };
  }

  @Test
  @DisplayName("is the entropy and the perplexity that NLTK's tests publish")
  void nltk() {
    // nltk/test/unit/lm/test_models.py, test_entropy_perplexity_seen: six bigrams, five of them
    // with
    // the probability 1/2 and one with 1/3. (5 * 1 + 1.585) / 6 = 1.0975 bits, 2^1.0975 = 2.1398.
    double third = 1 / 3.0;
    Score score = Score.of(listed(.5, .5, .5, third, .5, .5), new int[6], 0, 6);
    assertThat(score.bitsPerCharacter()).isEqualTo(1.0975, within(1e-4));
    assertThat(score.perplexity()).isEqualTo(2.1398, within(1e-4));
    // 1.0975 bits * ln 2.
    assertThat(score.natsPerCharacter()).isEqualTo(.76073, within(1e-4));
  }

  @Test
  @DisplayName("of a model that takes all characters for equally likely is their number")
  void uniform() {
    Score score = new Score(Math.log(65), 1);
    assertThat(score.perplexity()).isEqualTo(65, within(1e-12));
    // nanoGPT starts from a loss of 4.1649 on 65 characters, a little less than ln 65 = 4.1744.
    assertThat(score.natsPerCharacter()).isEqualTo(4.1744, within(5e-5));
  }

  @Test
  @DisplayName("is infinite where the model took for impossible what came")
  void impossible() {
    Score score = Score.of(listed(.5, 0, .5), new int[3], 0, 3);
    assertThat(score.natsPerCharacter()).isInfinite();
    assertThat(score.perplexity()).isInfinite();
  }

  @Test
  @DisplayName("counts the first place of the validation text, and none before it")
  void places() {
    // Ten symbols, nine to learn from: only the last is scored, by 1/4.
    Corpus corpus = Corpus.of("ten", "aaaaaaaaaa");
    Score score = Score.of(listed(1, 1, 1, 1, 1, 1, 1, 1, 1, .25), corpus);
    assertThat(score).isEqualTo(new Score(-Math.log(.25), 1));
  }

  @Test
  @DisplayName("refuses what is no probability, and nothing")
  void refused() {
    assertThatThrownBy(() -> Score.of(listed(.5, 1.5), new int[2], 0, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the model gave the logarithm %s at 1, which is of no probability"
                .formatted(Math.log(1.5)));
    assertThatThrownBy(() -> Score.of(listed(Double.NaN), new int[1], 0, 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the model gave the logarithm NaN at 0, which is of no probability");
    assertThatThrownBy(() -> Score.of(listed(1), new int[1], 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing to score from 1 to 1");
  }
}
