package workbook.dataquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The source of the clean text")
class SourceTest {

  private final Source source = new Source(1);

  @Test
  @DisplayName("gives each word a chance, and all together 1")
  void chances() {
    assertThat(IntStream.range(0, Source.WORDS).mapToDouble(w -> source.probability(3, 7, w)))
        .allMatch(p -> p > 0);
    assertThat(IntStream.range(0, Source.WORDS).mapToDouble(w -> source.probability(3, 7, w)).sum())
        .isCloseTo(1, within(1e-12));
  }

  /// −log p has the entropy as its mean (Shannon, McMillan, Breiman). Of 200,000 words it is off by
  /// some .004, as its deviation of about 1.5 by the root of their number says.
  @Test
  @DisplayName("has the entropy that its words show")
  void entropy() {
    int[] words = source.draw(200_000, new SplittableRandom(4));
    double sum = 0;
    for (int i = 2; i < words.length; i++) {
      sum -= Math.log(source.probability(words[i - 2], words[i - 1], words[i]));
    }
    assertThat(sum / (words.length - 2)).isCloseTo(source.entropy(), within(.015));
  }
}
