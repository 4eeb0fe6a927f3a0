package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sample")
class SamplerTest {

  @Test
  @DisplayName("has each symbol as often as the model says")
  void frequencies() {
    Corpus corpus = Corpus.of("abc", "aabaabaabc".repeat(10));
    // Of the first 90: a 54, b 27, c 9. Of 10,000, five standard deviations are 250 at most.
    int[] sample = Sampler.sample(new Frequencies(corpus), new int[0], 10_000, new Random(2));
    long[] counts = new long[3];
    for (int symbol : sample) {
      counts[symbol]++;
    }
    assertThat(counts[0]).isBetween(5_750L, 6_250L);
    assertThat(counts[1]).isBetween(2_750L, 3_250L);
    assertThat(counts[2]).isBetween(750L, 1_250L);
  }

  @Test
  @DisplayName("goes on from its start, and each symbol counts as context for the next")
  void start() {
    Corpus corpus = Corpus.of("grammar", Grammar.ENGLISH.sentences(100, 1));
    int[] start = corpus.alphabet().encode("the cats that the bird sees sing.\n");
    GrammarModel model = new GrammarModel(Grammar.ENGLISH, corpus.alphabet());
    String text = corpus.alphabet().decode(Sampler.sample(model, start, 200, new Random(3)));
    assertThat(text).startsWith("the ").hasSize(200);
    // Whole sentences of the grammar: the model itself would refuse others.
    int[] symbols = corpus.alphabet().encode(text);
    assertThat(Score.of(model, symbols, 0, 200).nats()).isFinite();
  }

  @Test
  @DisplayName("draws the symbol on whose part of the line from 0 to 1 the number falls")
  void draw() {
    double[] probabilities = {.25, 0, .5, .25, 0};
    assertThat(Sampler.draw(probabilities, 0)).isEqualTo(0);
    assertThat(Sampler.draw(probabilities, .24)).isEqualTo(0);
    assertThat(Sampler.draw(probabilities, .25)).isEqualTo(2);
    assertThat(Sampler.draw(probabilities, .74)).isEqualTo(2);
    assertThat(Sampler.draw(probabilities, .75)).isEqualTo(3);
    // Probabilities that add up to a little less than 1: still none that has no chance.
    assertThat(Sampler.draw(new double[] {.5, .4999, 0}, .99999)).isEqualTo(1);
  }
}
