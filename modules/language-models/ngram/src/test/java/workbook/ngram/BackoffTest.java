package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Back-off")
class BackoffTest {

  @ParameterizedTest
  @EnumSource(
      value = Method.class,
      names = {"WITTEN_BELL", "KNESER_NEY", "MODIFIED_KNESER_NEY"})
  @DisplayName("has the probabilities of the interpolated model it was made of")
  void interpolated(Method method) {
    Random random = new Random(9);
    for (int round = 0; round < 20; round++) {
      int symbols = 1 + random.nextInt(7);
      int[] text = RandomText.symbols(random, 300, symbols);
      int order = 1 + random.nextInt(5);
      NgramModel model = method.of(Counts.of(text, 0, 200, symbols, order));
      Backoff backoff = Backoff.of((Interpolated) model);
      for (int i = 0; i < text.length; i++) {
        for (int symbol = 0; symbol < symbols; symbol++) {
          double p = model.probability(text, i, symbol);
          assertThat(backoff.probability(text, i, symbol))
              .as("seed 9, round %d, place %d, symbol %d", round, i, symbol)
              .isEqualTo(p, within(2e-6 * p));
        }
      }
    }
  }

  @Test
  @DisplayName("by hand, with absolute discounts")
  void absolute() {
    // aabab of a, b, c. Bigrams: aa 1, ab 2, ba 1: D = 2 / (2 + 2 * 1) = .5. Single symbols: a 3, b
    // 2,
    // none once: D = .5; the two of them give up .5 each of 5, all of which c gets: P(c) = .2.
    int[] text = {0, 0, 1, 0, 1};
    Backoff model = Backoff.absolute(Counts.of(text, 0, 5, 3, 2));
    double a = 2.5 / 5;
    double b = 1.5 / 5;
    double c = 1.0 / 5;
    assertThat(model.probability(text, 0, 0)).isEqualTo(a, within(1e-7));
    assertThat(model.probability(text, 0, 1)).isEqualTo(b, within(1e-7));
    assertThat(model.probability(text, 0, 2)).isEqualTo(c, within(1e-7));
    // After a, seen with a and b: .5/3 and 1.5/3, and c gets all of the 1/3 left.
    assertThat(model.probability(text, 1, 0)).isEqualTo(.5 / 3, within(1e-7));
    assertThat(model.probability(text, 1, 1)).isEqualTo(1.5 / 3, within(1e-7));
    assertThat(model.probability(text, 1, 2)).isEqualTo(1.0 / 3, within(1e-7));
    // After b, seen with a alone: .5, and b and c share the other half by .3 to .2.
    assertThat(model.probability(text, 3, 0)).isEqualTo(.5, within(1e-7));
    assertThat(model.probability(text, 3, 1)).isEqualTo(.5 * .3 / .5, within(1e-7));
    assertThat(model.probability(text, 3, 2)).isEqualTo(.5 * .2 / .5, within(1e-7));
  }

  @Test
  @DisplayName("gives up nothing after a context that was seen with every symbol")
  void everySymbol() {
    // After a: a and b, and there are no others.
    int[] text = {0, 0, 1, 0, 0, 1};
    Backoff model = Backoff.absolute(Counts.of(text, 0, 6, 2, 2));
    assertThat(model.probability(text, 1, 0)).isEqualTo(2.0 / 4, within(1e-7));
    assertThat(model.probability(text, 1, 1)).isEqualTo(2.0 / 4, within(1e-7));
  }
}
