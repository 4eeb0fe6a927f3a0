package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The planted text")
class PlantedTest {

  @Test
  @DisplayName("has probabilities that add up to 1, and frequencies that follow them")
  void frequencies() {
    int[][] text = Planted.sentences(40_000, new SplittableRandom(7));
    CoOccurrences counts = CoOccurrences.of(text, Planted.WORDS.size(), 2);
    for (Planted.Thing thing : Planted.THINGS) {
      double sum = 0;
      double total =
          4.0 * Arrays.stream(text).filter(s -> s[2] == Planted.number(thing.word())).count();
      for (String word : Planted.WORDS) {
        boolean isThing = Planted.THINGS.stream().anyMatch(other -> other.word().equals(word));
        double p = isThing ? 0 : Planted.probability(thing, word);
        sum += p;
        double counted = counts.counts()[Planted.number(thing.word())][Planted.number(word)];
        // Five standard deviations of a binomial distribution; 1024 are tried.
        assertThat(counted / total)
            .as("%s near %s, seed 7", word, thing.word())
            .isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / total)));
      }
      assertThat(sum).as(thing.word()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  @DisplayName("makes king - man + woman queen: exactly, but for the words that go with one alone")
  void parallelogram() {
    Set<String> own = new HashSet<>(Planted.THINGS.stream().map(Planted.Thing::own).toList());
    int checked = 0;
    for (Analogy analogy : Analogy.planted()) {
      for (String word : Planted.WORDS) {
        if (Planted.THINGS.stream().noneMatch(t -> t.word().equals(word)) && !own.contains(word)) {
          // PMI(thing, word) = log P(word | thing) - log P(word), and the latter falls out.
          assertThat(
                  log(analogy.b(), word)
                      - log(analogy.a(), word)
                      + log(analogy.c(), word)
                      - log(analogy.d(), word))
              .as("%s with %s", analogy, word)
              .isCloseTo(0, within(1e-12));
          checked++;
        }
      }
    }
    // 12 traits, of which 8 have 3 words and 4 have 2.
    assertThat(checked).isEqualTo(120 * 32);
  }

  private static double log(String thing, String word) {
    return Math.log(
        Planted.probability(
            Planted.THINGS.stream().filter(t -> t.word().equals(thing)).findAny().orElseThrow(),
            word));
  }

  @Test
  @DisplayName("has 120 analogies: 8 · 3 · 3 among people, 8 · 3 twice among places")
  void analogies() {
    // A person differs from another in 1 of 3 traits (8 · 3 pairs), and that pair from 3 parallel
    // ones: 72. A country and its capital from 3 others, in either direction (8 · 3); two
    // countries,
    // or two capitals, from the capitals or countries that belong to them (8 · 3): 48.
    assertThat(Analogy.planted())
        .hasSize(72 + 48)
        .doesNotHaveDuplicates()
        .contains(
            new Analogy("man", "king", "woman", "queen"),
            new Analogy("boy", "man", "princess", "queen"),
            new Analogy("france", "paris", "japan", "tokyo"),
            new Analogy("france", "italy", "paris", "rome"));
    assertThat(Analogy.planted()).extracting(Analogy::d).doesNotContainNull();
    assertThat(Planted.WORDS).hasSize(16 + 32 + 16).isSorted();
    assertThat(List.copyOf(new HashSet<>(Planted.WORDS))).hasSize(64);
  }
}
