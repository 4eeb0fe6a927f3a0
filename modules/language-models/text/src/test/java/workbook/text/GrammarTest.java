package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.text.Grammar.Rule;

@DisplayName("A grammar")
class GrammarTest {

  private static final double LN_2 = Math.log(2);

  @Test
  @DisplayName("of fair coins has the entropy that Shannon gives them")
  void coins() {
    // Two characters and the end of the line, two bits: 2 ln 2 / 3.
    Grammar coins =
        new Grammar(
            Map.of(
                "S", List.of(new Rule(1, "CC\n")),
                "C", List.of(new Rule(.5, "h"), new Rule(.5, "t"))));
    assertThat(coins.entropyRate()).isEqualTo(2 * LN_2 / 3, within(1e-15));
  }

  @Test
  @DisplayName(
      "that goes on by the toss of a coin: Cover and Thomas, example 2.1.2 and problem 2.1")
  void geometric() {
    // The number of tosses to the first head has an entropy of 2 bits and a mean of 2; the last
    // toss
    // is the end of the line here.
    Grammar tosses = new Grammar(Map.of("S", List.of(new Rule(.5, "tS"), new Rule(.5, "\n"))));
    assertThat(tosses.entropyRate()).isEqualTo(2 * LN_2 / 2, within(1e-12));
  }

  @Test
  @DisplayName("that nests as often as it may has no mean length, and says so")
  void infinite() {
    Grammar nests = new Grammar(Map.of("S", List.of(new Rule(.5, "(S)S"), new Rule(.5, "\n"))));
    assertThatThrownBy(nests::entropyRate)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a sentence of this grammar has no mean length");
  }

  @Test
  @DisplayName("is refused with a symbol missing, or chances that are not 1 together")
  void refused() {
    assertThatThrownBy(() -> new Grammar(Map.of("S", List.of(new Rule(1, "aX")))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the symbol X has no rules");
    assertThatThrownBy(() -> new Grammar(Map.of("A", List.of(new Rule(1, "a")))))
        .hasMessage("the symbol S has no rules");
    assertThatThrownBy(
            () -> new Grammar(Map.of("S", List.of(new Rule(.5, "a"), new Rule(.4, "b")))))
        .hasMessage("the chances of S add up to 0.9");
  }

  @Test
  @DisplayName("writes the same sentences for the same seed, and by the chances of its rules")
  void sentences() {
    assertThat(Grammar.ENGLISH.sentences(50, 7)).isEqualTo(Grammar.ENGLISH.sentences(50, 7));
    assertThat(Grammar.ENGLISH.sentences(50, 7)).isNotEqualTo(Grammar.ENGLISH.sentences(50, 8));
    // .7 of 10,000 with a standard deviation of 46: within five of these.
    Grammar coin = new Grammar(Map.of("S", List.of(new Rule(.7, "h"), new Rule(.3, "t"))));
    assertThat(coin.sentences(10_000, 1).chars().filter(c -> c == 'h').count())
        .isBetween(7000L - 230, 7000L + 230);
  }

  @Test
  @DisplayName(
      "English: a sentence can be made in one way only, so its entropy is that of the rules")
  void unambiguous() {
    // The model adds up all ways to make a sentence. If there were a second one, its probability
    // would be above that of the choices made.
    Random random = new Random(11);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder sentence = new StringBuilder();
      double chosen = Grammar.ENGLISH.derive("S", random, sentence);
      Characters alphabet = Characters.closed(" .\nabcdeghilmnoprstvy");
      int[] symbols = alphabet.encode(sentence.toString());
      double[] logs =
          new GrammarModel(Grammar.ENGLISH, alphabet).logProbabilities(symbols, 0, symbols.length);
      double sum = java.util.Arrays.stream(logs).sum();
      assertThat(sum).as("seed 11: %s", sentence).isEqualTo(chosen, within(1e-9));
    }
  }

  @Test
  @DisplayName("English: the mean surprise over many sentences is the entropy by the rules")
  void shannon() {
    // By the ergodic theorem. 200,000 sentences of mean length 36 in which the surprise of one
    // scatters by some 5 nats: a standard error of 0.0003 nats per character.
    Random random = new Random(12);
    StringBuilder text = new StringBuilder();
    double log = 0;
    for (int i = 0; i < 200_000; i++) {
      log += Grammar.ENGLISH.derive("S", random, text);
    }
    assertThat(-log / text.length()).isEqualTo(Grammar.ENGLISH.entropyRate(), within(.0015));
  }
}
