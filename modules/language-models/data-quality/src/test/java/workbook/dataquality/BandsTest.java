package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Committed;

@DisplayName("Bands of signatures")
class BandsTest {

  /// Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, figure 3.8: 20 bands of 5 rows.
  @ParameterizedTest
  @CsvSource({".2, .006", ".3, .047", ".4, .186", ".5, .470", ".6, .802", ".7, .975", ".8, .9996"})
  @DisplayName("find pairs with the probabilities of the textbook's table")
  void textbook(double similarity, double expected) {
    assertThat(new Bands(20, 5).probability(similarity)).isCloseTo(expected, within(5e-4));
  }

  /// Penedo and others, FineWeb, section 3.4: 5-grams, 112 hash functions, 14 buckets of 8.
  @ParameterizedTest
  @CsvSource({".7, .56", ".75, .77", ".8, .92", ".85, .988"})
  @DisplayName("find pairs with the probabilities that FineWeb's authors give")
  void fineWeb(double similarity, double expected) {
    assertThat(new Bands(14, 8).probability(similarity)).isCloseTo(expected, within(5e-3));
  }

  /// (1/16)^(1/4) = 1/2, the textbook's example in section 3.4.2.
  @Test
  @DisplayName("have their threshold where the textbook has it")
  void threshold() {
    assertThat(new Bands(16, 4).threshold()).isCloseTo(.5, within(1e-12));
  }

  /// What would refute the page's formula: a share found that is further from it than three
  /// standard deviations of as many coin tosses.
  @Test
  @Tag("solutions")
  @DisplayName("find as many pairs as the formula says, in each of five corpora")
  void formula() {
    for (int seed = 1; seed <= 5; seed++) {
      List<long[]> shingles =
          Copies.documents(seed).stream()
              .map(text -> Shingles.of(text, DataQuality.WORDS))
              .toList();
      SortedSet<Pair> similar = DataQuality.allPairs(shingles, DataQuality.SIMILAR);
      for (Bands bands : DataQuality.SHAPES) {
        DataQuality.Found found = DataQuality.find(bands, shingles, similar);
        double share = (double) found.right() / similar.size();
        assertThat(share)
            .as("share found by %s, seed %d", bands, seed)
            .isCloseTo(found.expected(), within(3 * Math.sqrt(.25 / similar.size())));
      }
    }
  }

  @Test
  @Tag("solutions") // It takes some seconds.
  @DisplayName("are drawn as the pages show them")
  void picture() throws IOException {
    Committed.assertSame(Path.of("pictures", "bands.svg"), BandsPicture.draw(false));
    Committed.assertSame(Path.of("pictures", "bands.zh-CN.svg"), BandsPicture.draw(true));
  }
}
