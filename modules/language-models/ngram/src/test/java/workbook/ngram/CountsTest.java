package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Counts")
class CountsTest {

  @Test
  @DisplayName("are those of a map from strings, for every n-gram of random texts")
  void strings() {
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      int symbols = 1 + random.nextInt(6);
      int order = 1 + random.nextInt(5);
      int[] text = RandomText.symbols(random, 1 + random.nextInt(300), symbols);
      String string = asString(text);
      Counts counts = Counts.of(text, 0, text.length, symbols, order);
      for (int k = 1; k <= order; k++) {
        TreeMap<String, Integer> map = new TreeMap<>();
        for (int i = 0; i + k <= text.length; i++) {
          map.merge(string.substring(i, i + k), 1, Integer::sum);
        }
        assertThat(counts.distinct(k))
            .as("seed 5, round %d, k = %d", round, k)
            .isEqualTo(map.size());
        map.forEach((gram, count) ->
            assertThat(counts.count(asSymbols(gram))).as("seed 5: %s", gram).isEqualTo(count));
        int size = k;
        assertThat(counts.withCount(k, 1))
            .as("seed 5, k = %d", size)
            .isEqualTo((int) map.values().stream().filter(c -> c == 1).count());
      }
    }
  }

  @Test
  @DisplayName("of a context: their sum, how many symbols follow it, and how many once and twice")
  void contexts() {
    // abacabab: after a come b, c, b, b; after b come a, a, a and nothing... as far as the text
    // goes.
    int[] text = {0, 1, 0, 2, 0, 1, 0, 1};
    Counts counts = Counts.of(text, 0, text.length, 3, 2);
    int a = counts.context(new int[] {0}, 1, 1);
    int b = counts.context(new int[] {1}, 1, 1);
    int c = counts.context(new int[] {2}, 1, 1);
    assertThat(facts(counts, 2, a)).containsExactly(4, 2, 1, 0); // b three times, c once
    assertThat(facts(counts, 2, b)).containsExactly(2, 1, 0, 1); // a twice
    assertThat(facts(counts, 2, c)).containsExactly(1, 1, 1, 0); // a once
    assertThat(facts(counts, 1, 0)).containsExactly(8, 3, 1, 0); // a 4, b 3, c 1
  }

  @Test
  @DisplayName("of continuations: how many different symbols are before an n-gram")
  void continuations() {
    Random random = new Random(6);
    for (int round = 0; round < 20; round++) {
      int symbols = 1 + random.nextInt(5);
      int[] text = RandomText.symbols(random, 2 + random.nextInt(200), symbols);
      String string = asString(text);
      Counts counts = Counts.of(text, 0, text.length, symbols, 4);
      Counts continuations = counts.continuations();
      for (int i = 0; i < text.length; i++) {
        for (int k = 1; k < 4 && i + k <= text.length; k++) {
          String gram = string.substring(i, i + k);
          Set<Character> before = new HashSet<>();
          for (int at = string.indexOf(gram, 1); at > 0; at = string.indexOf(gram, at + 1)) {
            before.add(string.charAt(at - 1));
          }
          // With nothing before it in all of the text: the beginning counts as one.
          assertThat(continuations.count(asSymbols(gram)))
              .as("seed 6: what is before %s in %s", gram, string)
              .isEqualTo(Math.max(1, before.size()));
        }
      }
      for (int i = 0; i + 4 <= text.length; i++) {
        int[] longest = Arrays.copyOfRange(text, i, i + 4);
        assertThat(continuations.count(longest)).isEqualTo(counts.count(longest));
      }
    }
  }

  @Test
  @DisplayName("of several texts: no n-gram goes from one into the next")
  void texts() {
    Counts counts = Counts.of(3, 2, new int[] {0, 1}, new int[] {2, 0, 1});
    assertThat(counts.count(0, 1)).isEqualTo(2);
    assertThat(counts.count(2, 0)).isEqualTo(1);
    assertThat(counts.count(1, 2)).isZero();
    assertThat(counts.count(1)).isEqualTo(2);
  }

  @Test
  @DisplayName("up to a smaller order are as if counted so")
  void upTo() {
    int[] text = RandomText.symbols(new Random(7), 400, 4);
    Counts cut = Counts.of(text, 0, text.length, 4, 5).upTo(3);
    Counts few = Counts.of(text, 0, text.length, 4, 3);
    assertThat(cut.order()).isEqualTo(3);
    for (int i = 0; i + 3 <= text.length; i++) {
      int[] gram = Arrays.copyOfRange(text, i, i + 3);
      assertThat(cut.count(gram)).isEqualTo(few.count(gram));
      assertThat(cut.continuations().count(gram[0], gram[1]))
          .isEqualTo(few.continuations().count(gram[0], gram[1]));
    }
  }

  @Test
  @DisplayName("take any number of symbols, and orders that no long would hold together")
  void large() {
    // 60,000 symbols, 16 bits each: eight of them would be 128 bits.
    int[] text = IntStream.range(0, 1_000).map(i -> i * 7_919 % 60_000).toArray();
    Counts counts = Counts.of(text, 0, text.length, 60_000, 8);
    for (int i = 0; i + 8 <= text.length; i++) {
      assertThat(counts.count(Arrays.copyOfRange(text, i, i + 8))).isEqualTo(1);
    }
    assertThat(counts.distinct(8)).isEqualTo(1_000 - 7);
  }

  @Test
  @DisplayName("say how much memory they take, and so does what is made of them")
  void bytes() {
    Counts counts = Counts.of(new int[] {0, 1, 2}, 0, 3, 3, 1);
    // An index that has not grown: 12 keys of 8 bytes and 16 slots of 4, 160. There are two, of the
    // empty context and of three symbols; 16 counts of 4; and four facts of one context, of 4.
    assertThat(counts.bytes()).isEqualTo(2 * 160 + 16 * 4 + 4 * 4);
    // Two indexes, three probabilities and one weight.
    assertThat(Backoff.of(Interpolated.wittenBell(counts)).bytes()).isEqualTo(2 * 160 + 4 * 4);
  }

  @Test
  @DisplayName("of order 0 are refused")
  void refused() {
    assertThatThrownBy(() -> Counts.of(new int[5], 0, 5, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the order must be 1 or more, and was 0");
  }

  private static int[] facts(Counts counts, int k, int context) {
    return new int[] {
      counts.total(k, context),
      counts.types(k, context),
      counts.ones(k, context),
      counts.twos(k, context)
    };
  }

  private static String asString(int[] text) {
    StringBuilder string = new StringBuilder();
    Arrays.stream(text).forEach(symbol -> string.append((char) ('a' + symbol)));
    return string.toString();
  }

  private static int[] asSymbols(String text) {
    return text.chars().map(c -> c - 'a').toArray();
  }

  @Test
  @DisplayName("of a long text say how far they are")
  void progress() {
    List<Integer> done = new ArrayList<>();
    Counts.of(new int[200_000], 0, 150_000, 2, 2, done::add);
    // Twice 65,536 symbols, and some more.
    assertThat(done).containsExactly(65_536, 131_072);
  }
}
