package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The order of a dictionary")
class DictionaryTest {

  @Test
  @DisplayName("is that of a sort that compares n-grams symbol by symbol")
  void compared() {
    Random random = new Random(11);
    for (int round = 0; round < 20; round++) {
      int symbols = 1 + random.nextInt(12);
      int[] text = RandomText.symbols(random, random.nextInt(300), symbols);
      Ngrams ngrams = Counts.of(symbols, 5, text).ngrams();
      for (int k = 1; k <= 5; k++) {
        int length = k;
        List<int[]> sorted =
            IntStream.range(0, ngrams.grams(k))
                .mapToObj(gram -> spelled(ngrams, length, gram))
                .sorted(Arrays::compare)
                .toList();
        List<int[]> ordered =
            Arrays.stream(Dictionary.of(ngrams, k))
                .mapToObj(gram -> spelled(ngrams, length, gram))
                .toList();
        assertThat(ordered)
            .as("seed 11, round %d, k = %d", round, k)
            .containsExactlyElementsOf(sorted);
      }
    }
  }

  private static int[] spelled(Ngrams ngrams, int k, int gram) {
    int[] symbols = new int[k];
    ngrams.spell(k - 1, ngrams.contextOf(k, gram), symbols);
    symbols[k - 1] = ngrams.symbolOf(k, gram);
    return symbols;
  }
}
