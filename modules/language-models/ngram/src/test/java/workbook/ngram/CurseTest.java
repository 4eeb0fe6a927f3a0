package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.text.Corpus;
import workbook.text.UnseenPlaces;

@DisplayName("The curse of dimensionality")
class CurseTest {

  @Test
  @DisplayName("by hand")
  void hand() {
    // ab nine times to learn from, and a, c to be asked about.
    Corpus corpus = Corpus.of("ab", "ab".repeat(9) + "ac");
    assertThat(Curse.rows(corpus, 3))
        .containsExactly(
            new Curse.Row(1, 3, 2, 0, .5), // a and b; c is new
            new Curse.Row(2, 9, 2, 0, .5), // ab and ba; ba comes again, ac is new
            new Curse.Row(3, 27, 2, 0, .5)); // aba and bab; aba comes again, bac is new
  }

  /// 18,000 symbols to learn from, not all alike likely.
  private static final Corpus RANDOM = random();

  private static Corpus random() {
    StringBuilder text = new StringBuilder();
    for (int symbol : RandomText.symbols(new Random(17), 20_000, 4)) {
      text.append((char) ('a' + symbol));
    }
    return Corpus.of("random", text.toString());
  }

  @Test
  @DisplayName("longer n-grams are more, rarer, and more of them are new")
  void grows() {
    Curse.Row before = new Curse.Row(0, 1, 1, 0, 0);
    for (Curse.Row row : Curse.rows(RANDOM, 8)) {
      assertThat(row.possible()).isEqualTo(before.possible() * 4);
      assertThat(row.distinct()).isGreaterThan(before.distinct());
      assertThat((double) row.once() / row.distinct())
          .isGreaterThanOrEqualTo((double) before.once() / before.distinct());
      assertThat(row.unseen()).isGreaterThanOrEqualTo(before.unseen());
      before = row;
    }
    assertThat(before.unseen()).isGreaterThan(.2);
  }

  @Test
  @DisplayName("the grammar's 10-grams: 1,948, and of those asked about not one in a thousand new")
  void grammar() {
    Curse.Row row = Curse.rows(Corpus.grammar(), 10).getLast();
    assertThat(row.distinct()).isEqualTo(1_948);
    assertThat(row.unseen()).isLessThan(.001);
  }

  @Test
  @DisplayName("its share of never seen is that of the places which text finds by search")
  void places() {
    double places = RANDOM.length() - RANDOM.split();
    for (Curse.Row row : Curse.rows(RANDOM, 8)) {
      assertThat(UnseenPlaces.of(RANDOM, row.n()).cardinality() / places)
          .as("seed 17, n = %d", row.n())
          .isEqualTo(row.unseen());
    }
  }
}
