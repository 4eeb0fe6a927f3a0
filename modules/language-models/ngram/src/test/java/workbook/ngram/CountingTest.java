package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Counting")
class CountingTest {

  private static final int TEXTS = 4;

  /// Of that many symbols no three fit a long, so that contexts are looked up at each place.
  private static final int MANY = Integer.MAX_VALUE;

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  @DisplayName(
      "several texts gives the counts of a plain map, whether their n-grams fit a long or not")
  void map(long seed) {
    Random random = new Random(seed);
    for (int order = 1; order <= 6; order++) {
      int symbols = 1 + random.nextInt(7);
      int[][] texts = texts(random, symbols, 3 * order);
      Map<List<Integer>, Integer> map = plain(texts, order);
      for (int declared : new int[] {symbols, MANY}) {
        Counts counts = Counts.of(declared, order, texts);
        int[] different = new int[order + 1];
        map.forEach((gram, count) -> {
          different[gram.size()]++;
          assertThat(counts.count(asArray(gram))).as("%s of %d", gram, declared).isEqualTo(count);
        });
        for (int k = 1; k <= order; k++) {
          assertThat(counts.distinct(k)).as("%d-grams of %d", k, declared).isEqualTo(different[k]);
        }
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  @DisplayName("numbers n-grams in the order in which they come, either way")
  void numbers(long seed) {
    Random random = new Random(seed);
    for (int order = 1; order <= 6; order++) {
      int[][] texts = texts(random, 5, 40);
      Ngrams packed = Counts.of(5, order, texts).ngrams();
      Ngrams plain = Counts.of(MANY, order, texts).ngrams();
      for (int k = 1; k <= order; k++) {
        assertThat(spelled(packed, k)).isEqualTo(spelled(plain, k));
      }
    }
  }

  @ParameterizedTest(name = "of {0} symbols")
  @ValueSource(ints = {8, 9})
  @DisplayName("n-grams of 63 bits, and of some more")
  void widest(int symbols) {
    // Of 8 symbols each takes 3 bits, and 21 take 63. Of 9 each takes 4, and 21 take 84.
    int[] text = RandomText.symbols(new Random(63), 500, symbols);
    Counts counts = Counts.of(symbols, 21, text);
    plain(new int[][] {text}, 21)
        .forEach((gram, count) ->
            assertThat(counts.count(asArray(gram))).as("seed 63: %s", gram).isEqualTo(count));
  }

  /// Some too short for an n-gram, and some empty.
  private static int[][] texts(Random random, int symbols, int longest) {
    return IntStream.range(0, TEXTS)
        .mapToObj(_ -> RandomText.symbols(random, random.nextInt(longest + 1), symbols))
        .toArray(int[][]::new);
  }

  private static Map<List<Integer>, Integer> plain(int[][] texts, int order) {
    Map<List<Integer>, Integer> map = new HashMap<>();
    for (int[] text : texts) {
      for (int from = 0; from < text.length; from++) {
        for (int to = from + 1; to <= Math.min(text.length, from + order); to++) {
          List<Integer> gram = Arrays.stream(text, from, to).boxed().toList();
          map.merge(gram, 1, Integer::sum);
        }
      }
    }
    return map;
  }

  /// The k-grams by their numbers.
  private static List<String> spelled(Ngrams ngrams, int k) {
    int[] symbols = new int[k];
    return IntStream.range(0, ngrams.grams(k))
        .mapToObj(gram -> {
          ngrams.spell(k - 1, ngrams.contextOf(k, gram), symbols);
          symbols[k - 1] = ngrams.symbolOf(k, gram);
          return Arrays.stream(symbols).mapToObj(String::valueOf).collect(Collectors.joining(" "));
        })
        .toList();
  }

  private static int[] asArray(List<Integer> gram) {
    return gram.stream().mapToInt(Integer::intValue).toArray();
  }
}
