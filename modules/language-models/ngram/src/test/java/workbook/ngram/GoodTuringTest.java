package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "ngram/3",
    title = "Good-Turing",
    hints = {
      "You have caught 18 fish of six species, three species once. How likely is the next fish one of"
          + " a species that you have not seen?",
      "As likely as what you have seen once was just before you saw it: the number of species seen"
          + " once, by the number of fish. What is seen r times moves down the same way.",
      "Let n(r) be how many of the numbers in seen are equal to r. unseen is n(1), divided by the sum"
          + " of seen, both as double; without any, throw an IllegalArgumentException. expected is"
          + " (r + 1.0) * n(r + 1) / n(r), or r if n(r + 1) is 0."
    },
    chinese =
        @Exercise.Chinese(
            title = "Good–Turing 估计",
            hints = {
              "捕到 18 条鱼，分属六个种，其中三种各一条。下一条鱼属于没见过的种，概率有多大？",
              "与只见过一次的种在被见到之前的处境相同：只见过一次的种数除以鱼的总数。见过 r 次的也照此下移一级。",
              "设 n(r) 为 seen 中等于 r 的个数。unseen 等于 n(1) 除以 seen 的总和（都用 double）；"
                  + "seen 为空时抛出 IllegalArgumentException。"
                  + "expected 等于 (r + 1.0) * n(r + 1) / n(r)；n(r + 1) 为 0 时就是 r。"
            }))
@DisplayName("Exercise 3: Good-Turing")
class GoodTuringTest {

  /// The example in Jurafsky and Martin, Speech and Language Processing, 2nd edition, section
  /// 4.5.2: 10 carp, 3 perch, 2 whitefish, and a trout, a salmon and an eel.
  private static final int[] FISH = {10, 3, 2, 1, 1, 1};

  @Test
  @DisplayName("a species that was never seen: 3/18")
  void unseen() {
    assertThat(rounded(GoodTuring.unseen(FISH)))
        .as("the chance of a new species after 18 fish")
        .isEqualTo(rounded(3.0 / 18));
  }

  @Test
  @DisplayName("the trout: .67 of 18, a chance of .037")
  void trout() {
    // 2 * n2 / n1 = 2 * 1/3
    assertThat(rounded(GoodTuring.expected(1, FISH)))
        .as("how many trout to expect in 18 more fish")
        .isEqualTo(rounded(2.0 / 3));
    // whitefish: 3 * n3 / n2 = 3 * 1/1
    assertThat(rounded(GoodTuring.expected(2, FISH)))
        .as("how many whitefish to expect in 18 more fish")
        .isEqualTo(3);
  }

  @Test
  @DisplayName("in whatever order the species stand")
  void order() {
    int[] mixed = {1, 3, 1, 2, 10, 1};
    assertThat(rounded(GoodTuring.unseen(mixed)))
        .as("the chance of a new species after 1 3 1 2 10 1")
        .isEqualTo(rounded(3.0 / 18));
    assertThat(rounded(GoodTuring.expected(1, mixed)))
        .as("of 1 3 1 2 10 1, what to expect of what was seen once")
        .isEqualTo(rounded(2.0 / 3));
    assertThat(mixed)
        .as("the numbers given, after the calls")
        .isEqualTo(new int[] {1, 3, 1, 2, 10, 1});
  }

  @Test
  @DisplayName("a text of three billion words")
  void large() {
    // 1 of 3,000,000,001. In parts of a billion, so that the message shows a number.
    double unseen = GoodTuring.unseen(2_000_000_000, 1_000_000_000, 1);
    assertThat(rounded(unseen * 1e9))
        .as("a billion times the chance after 2000000000, 1000000000 and 1")
        .isEqualTo(rounded(1.0 / 3));
    // Three kinds were seen once more, one so often: 1,000,000,001 · 3 / 1.
    double expected =
        GoodTuring.expected(
            1_000_000_000, 1_000_000_000, 1_000_000_001, 1_000_000_001, 1_000_000_001);
    assertThat(rounded(expected))
        .as("what to expect of what was seen 1000000000 times, where three were seen once more")
        .isEqualTo(rounded(3_000_000_003.0));
  }

  @Test
  @DisplayName("where nothing was seen once more, the count stays")
  void last() {
    assertThat(GoodTuring.expected(10, FISH))
        .as("how many carp to expect in 18 more fish")
        .isEqualTo(10);
    assertThat(GoodTuring.expected(3, FISH))
        .as("how many perch to expect in 18 more fish")
        .isEqualTo(3);
  }

  @Test
  @DisplayName("all kinds once: everything is new; none once: nothing")
  void extremes() {
    assertThat(GoodTuring.unseen(1, 1, 1, 1)).as("the chance after four kinds once").isEqualTo(1);
    assertThat(GoodTuring.unseen(5, 2)).as("the chance after 5 and 2").isEqualTo(0);
  }

  @Test
  @DisplayName("it foretells what a text brings: bigrams of random symbols")
  void text() {
    // 20,000 symbols seen, 20,000 more to come: the share of bigrams among them that are new.
    int[] text = RandomText.symbols(new Random(15), 40_000, 200);
    Counts counts = Counts.of(text, 0, 20_000, 200, 2);
    int[] seen = new int[counts.distinct(2)];
    for (int gram = 0; gram < seen.length; gram++) {
      seen[gram] = counts.countOf(2, gram);
    }
    // Only those right after what was seen, before they are learned themselves.
    int fresh = 0;
    for (int i = 20_000; i < 22_000; i++) {
      fresh += counts.count(text[i - 1], text[i]) == 0 ? 1 : 0;
    }
    // About .3 of 2,000, with a standard deviation of .01: within four of these.
    double unseen = GoodTuring.unseen(seen);
    assertThat(Math.abs(unseen - fresh / 2_000.0))
        .as(
            "seed 15: the chance of a new bigram is %s; of 2000 that came %d were new",
            unseen, fresh)
        .isLessThan(.04);
  }

  @Test
  @DisplayName("nothing seen: refused")
  void nothing() {
    assertThatThrownBy(() -> GoodTuring.unseen(), "the chance after nothing was seen")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static double rounded(double value) {
    return Math.rint(value * 1e6) / 1e6;
  }
}
