package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workbook.text.Audit;
import workbook.text.Corpus;
import workbook.text.Grammar;
import workbook.text.Score;

@DisplayName("Interpolated models")
class InterpolatedTest {

  /// aabab, of three symbols.
  private static final int[] AABAB = {0, 0, 1, 0, 1};

  @Test
  @DisplayName("Witten-Bell by hand, on the three lines of the notes: a cat, a car, a bat")
  void threeLines() {
    // 18 characters, of seven kinds: a 6, blank and newline 3 each, c and t 2 each, r and b 1 each.
    // Alone: (count + 7/7) / (18 + 7), for blank 4/25, t 3/25, r and b 2/25. After a: blank 3, t 2,
    // r 1, so (count + 3 * that) / (6 + 3).
    Corpus corpus = Corpus.of("three lines", "a cat\na car\na bat\n");
    Counts counts = Counts.of(corpus.symbols(), 0, 18, 7, 2);
    int[] a = corpus.alphabet().encode("a");
    String after = " trb";
    double[][] expected = {
      {3 / 6.0, 2 / 6.0, 1 / 6.0, 0},
      {4 / 13.0, 3 / 13.0, 2 / 13.0, 1 / 13.0},
      {(3 + 12 / 25.0) / 9, (2 + 9 / 25.0) / 9, (1 + 6 / 25.0) / 9, 2 / 75.0}
    };
    NgramModel[] models = {
      new MaximumLikelihood(counts), new Additive(counts, 1), Interpolated.wittenBell(counts)
    };
    for (int model = 0; model < models.length; model++) {
      for (int i = 0; i < after.length(); i++) {
        int symbol = corpus.alphabet().encode(after.substring(i, i + 1))[0];
        assertThat(models[model].probability(a, 1, symbol))
            .as("%s after a", after.charAt(i))
            .isEqualTo(expected[model][i], within(1e-12));
      }
    }
  }

  @Test
  @DisplayName("Witten-Bell by hand")
  void wittenBell() {
    Interpolated model = Interpolated.wittenBell(Counts.of(AABAB, 0, 5, 3, 2));
    // Single: a 3, b 2 of 5, two types. P(a) = (3 + 2/3) / 7, P(c) = (2/3) / 7.
    double a = (3 + 2 / 3.0) / 7;
    double c = 2 / 3.0 / 7;
    assertThat(model.probability(AABAB, 0, 0)).isEqualTo(a, within(1e-15));
    assertThat(model.probability(AABAB, 0, 2)).isEqualTo(c, within(1e-15));
    // After a: a 1, b 2, two types. P(a|a) = (1 + 2 P(a)) / 5, P(c|a) = 2 P(c) / 5.
    assertThat(model.probability(AABAB, 1, 0)).isEqualTo((1 + 2 * a) / 5, within(1e-15));
    assertThat(model.probability(AABAB, 1, 2)).isEqualTo(2 * c / 5, within(1e-15));
    // After c, never seen: as after nothing.
    assertThat(model.probability(new int[] {2}, 1, 0)).isEqualTo(a, within(1e-15));
  }

  @Test
  @DisplayName("Kneser-Ney by hand")
  void kneserNey() {
    Interpolated model = Interpolated.kneserNey(Counts.of(AABAB, 0, 5, 3, 2));
    // Bigrams: aa 1, ab 2, ba 1. n1 = 2, n2 = 1: D = 2 / (2 + 2) = 1/2.
    // Before a stand a and b, before b stands a: 2 and 1 of 3. n1 = 1, n2 = 1: D = 1 / 3.
    double a = (2 - 1 / 3.0) / 3 + 2 / 3.0 / 3 / 3;
    double b = (1 - 1 / 3.0) / 3 + 2 / 3.0 / 3 / 3;
    double c = 2 / 3.0 / 3 / 3;
    assertThat(a + b + c).isEqualTo(1, within(1e-15));
    assertThat(model.probability(AABAB, 0, 0)).isEqualTo(a, within(1e-15));
    assertThat(model.probability(AABAB, 0, 1)).isEqualTo(b, within(1e-15));
    assertThat(model.probability(AABAB, 0, 2)).isEqualTo(c, within(1e-15));
    // After a: (1 - D) / 3, (2 - D) / 3, and 2 D / 3 left.
    assertThat(model.probability(AABAB, 1, 0)).isEqualTo(.5 / 3 + a / 3, within(1e-15));
    assertThat(model.probability(AABAB, 1, 1)).isEqualTo(1.5 / 3 + b / 3, within(1e-15));
    assertThat(model.probability(AABAB, 1, 2)).isEqualTo(c / 3, within(1e-15));
  }

  @Test
  @DisplayName("discounts of the modified form: equation 17 of Chen and Goodman")
  void modifiedDiscounts() {
    // Single symbols 0 to 9: four of them once, three twice, two three times, one four times.
    int[] text = {0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9, 9};
    Discounting discounts = Discounting.modified(Counts.of(text, 0, text.length, 10, 1));
    // Y = 4 / (4 + 2 * 3) = .4; 1 - 2 Y 3/4, 2 - 3 Y 2/3, 3 - 4 Y 1/2.
    assertThat(discounts.once()[1]).isEqualTo(.4, within(1e-15));
    assertThat(discounts.twice()[1]).isEqualTo(1.2, within(1e-15));
    assertThat(discounts.more()[1]).isEqualTo(2.2, within(1e-15));
    // n1 / (n1 + 2 n2)
    assertThat(Discounting.estimated(Counts.of(text, 0, text.length, 10, 1)).more()[1])
        .isEqualTo(.4, within(1e-15));
  }

  @Test
  @DisplayName("discounts where the counts of counts give none: half of the count")
  void fallback() {
    Counts counts = Counts.of(AABAB, 0, 5, 3, 1);
    Discounting modified = Discounting.modified(counts);
    assertThat(modified.once()[1]).isEqualTo(.5);
    assertThat(modified.twice()[1]).isEqualTo(1);
    assertThat(modified.more()[1]).isEqualTo(1.5);
    assertThat(Discounting.estimated(counts).once()[1]).isEqualTo(.5);
  }

  @Test
  @DisplayName("a modified discount of a count by how often it is there")
  void modified() {
    // After 0: 1 once, 2 twice, 3 three times, 4 four times, and 1 to 4 lead back to 0.
    int[] text = {0, 1, 0, 2, 0, 2, 0, 3, 0, 3, 0, 3, 0, 4, 0, 4, 0, 4, 0, 4};
    Counts counts = Counts.of(text, 0, text.length, 5, 2);
    Discounting discounting =
        new Discounting(new double[] {0, 0, .1}, new double[] {0, 0, .2}, new double[] {0, 0, .3});
    int zero = counts.context(new int[] {0}, 1, 1);
    assertThat(discounting.kept(counts, 2, zero, 0)).isZero();
    assertThat(discounting.kept(counts, 2, zero, 1)).isEqualTo(.9 / 10, within(1e-15));
    assertThat(discounting.kept(counts, 2, zero, 2)).isEqualTo(1.8 / 10, within(1e-15));
    assertThat(discounting.kept(counts, 2, zero, 3)).isEqualTo(2.7 / 10, within(1e-15));
    assertThat(discounting.kept(counts, 2, zero, 4)).isEqualTo(3.7 / 10, within(1e-15));
    assertThat(discounting.left(counts, 2, zero))
        .isEqualTo((.1 + .2 + .3 + .3) / 10, within(1e-15));
  }

  @ParameterizedTest
  @EnumSource(value = Method.class, names = "MAXIMUM_LIKELIHOOD", mode = EnumSource.Mode.EXCLUDE)
  @DisplayName("and all others but maximum likelihood pass the audit, on texts of every kind")
  void audit(Method method) {
    Random random = new Random(8);
    for (int round = 0; round < 30; round++) {
      int symbols = 1 + random.nextInt(8);
      int order = 1 + random.nextInt(5);
      int[] text = RandomText.symbols(random, 400, symbols);
      NgramModel model = method.of(Counts.of(text, 0, 200, symbols, order));
      // Back-off models keep floats.
      double tolerance = model instanceof Backoff ? 1e-5 : 1e-12;
      assertThat(Audit.problems(model, text, 0, 400, tolerance, round))
          .as("seed 8, round %d: %d symbols, order %d", round, symbols, order)
          .isEmpty();
    }
  }

  @Test
  @DisplayName("maximum likelihood has no probabilities after a context that was never seen")
  void maximumLikelihood() {
    MaximumLikelihood model = new MaximumLikelihood(Counts.of(AABAB, 0, 5, 3, 2));
    assertThat(model.next(new int[] {2}, 1)).containsOnly(0);
    assertThat(model.probability(AABAB, 1, 1)).isEqualTo(2.0 / 3);
    // Of the first three symbols the last, b, counts, and only a was seen after it.
    assertThat(model.next(AABAB, 3)).containsExactly(1, 0, 0);
  }

  @Test
  @DisplayName(
      "come the nearer to the entropy of the grammar the more they see, and never below it")
  void grammar() {
    Corpus corpus = Corpus.grammar();
    Counts counts = Counts.of(corpus.symbols(), 0, corpus.split(), corpus.alphabet().size(), 10);
    Function<Integer, Double> gap =
        order ->
            Score.of(Interpolated.modifiedKneserNey(counts.upTo(order)), corpus).natsPerCharacter()
                - Grammar.ENGLISH.entropyRate();
    double before = Double.POSITIVE_INFINITY;
    for (int order = 2; order <= 10; order += 2) {
      double now = gap.apply(order);
      assertThat(now).as("nats above the entropy at order %d", order).isBetween(0.0, before * .95);
      before = now;
    }
    // 10 characters do not reach over a clause: something is left that only a memory can get.
    assertThat(before).isGreaterThan(.02);
  }
}
