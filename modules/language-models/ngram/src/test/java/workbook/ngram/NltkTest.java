package workbook.ngram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The examples of NLTK's own tests, `nltk/test/unit/lm/test_models.py`, with the numbers published
/// there: the sentences `a b c d` and `e g a d b e`, of which `e` and `g` are not in the vocabulary
/// of eight and become `<UNK>`.
@DisplayName("What NLTK publishes")
class NltkTest {

  private static final List<String> WORDS =
      List.of("a", "b", "c", "d", "z", "<s>", "</s>", "<UNK>");

  /// With order - 1 marks before each sentence and behind it: 14 words for bigrams, 18 for
  /// trigrams.
  private static Counts counts(int order) {
    int[][] sentences =
        Stream.of("a b c d", "e g a d b e")
            .map(words -> symbols("<s> ".repeat(order - 1) + words + " </s>".repeat(order - 1)))
            .toArray(int[][]::new);
    return Counts.of(WORDS.size(), order, sentences);
  }

  private static int[] symbols(String words) {
    return Stream.of(words.split(" "))
        .filter(word -> !word.isEmpty())
        .mapToInt(NltkTest::symbol)
        .toArray();
  }

  private static int symbol(String word) {
    return WORDS.contains(word) ? WORDS.indexOf(word) : WORDS.indexOf("<UNK>");
  }

  private static double p(NgramModel model, String word, String context) {
    int[] text = symbols(context);
    return model.probability(text, text.length, symbol(word));
  }

  /// The mean of -log2 P over n-grams given as `context word`, or as one word.
  private static double entropy(NgramModel model, String... ngrams) {
    double bits = 0;
    for (String ngram : ngrams) {
      int last = ngram.lastIndexOf(' ') + 1;
      bits -= Math.log(p(model, ngram.substring(last), ngram.substring(0, last))) / Math.log(2);
    }
    return bits / ngrams.length;
  }

  @Test
  @DisplayName("maximum likelihood, bigrams: H = 1.0975, perplexity 2.1398")
  void maximumLikelihood() {
    MaximumLikelihood model = new MaximumLikelihood(counts(2));
    // c is once there, and d after it.
    assertThat(p(model, "d", "c")).isEqualTo(1);
    assertThat(p(model, "d", "e")).isZero();
    // <s> a, a b, b UNK, a d, d </s>: 1/2, that is 1 bit each. UNK a: 1/3, 1.585 bits.
    double h = entropy(model, "<s> a", "a b", "b <UNK>", "<UNK> a", "a d", "d </s>");
    assertThat(h).isEqualTo(1.0975, within(1e-4));
    assertThat(Math.pow(2, h)).isEqualTo(2.1398, within(1e-4));
    // One n-gram that was never seen, and everything is infinite.
    assertThat(entropy(model, "<s> a", "a c", "c d", "d </s>")).isInfinite();
  }

  @Test
  @DisplayName("maximum likelihood, single words: H = 3.0095, perplexity 8.0529")
  void singleWords() {
    // Of the 14 words of a bigram model a is there twice, UNK three times, z never.
    MaximumLikelihood model = new MaximumLikelihood(counts(2).upTo(1));
    assertThat(p(model, "a", "")).isEqualTo(2.0 / 14);
    assertThat(p(model, "y", "")).isEqualTo(3.0 / 14);
    assertThat(p(model, "z", "")).isZero();
    double h = entropy(model, "<s>", "a", "c", "-", "d", "c", "</s>");
    assertThat(h).isEqualTo(3.0095, within(1e-4));
    assertThat(Math.pow(2, h)).isEqualTo(8.0529, within(1e-3));
    // Of the 18 of a trigram model.
    assertThat(p(new MaximumLikelihood(counts(3).upTo(1)), "a", "")).isEqualTo(2.0 / 18);
    assertThat(p(new MaximumLikelihood(counts(3)), "d", "b c")).isEqualTo(1);
  }

  @Test
  @DisplayName("Lidstone with 0.1: perplexity 17.0504")
  void lidstone() {
    Additive model = new Additive(counts(2), .1);
    // (1 + .1) / (1 + 8 * .1)
    assertThat(p(model, "d", "c")).isEqualTo(1.1 / 1.8, within(1e-15));
    Additive single = new Additive(counts(2).upTo(1), .1);
    assertThat(p(single, "a", "")).isEqualTo(2.1 / 14.8, within(1e-15));
    assertThat(p(single, "z", "")).isEqualTo(.1 / 14.8, within(1e-15));
    assertThat(p(single, "y", "")).isEqualTo(3.1 / 14.8, within(1e-15));
    double h = entropy(model, "<s> a", "a c", "c <UNK>", "<UNK> d", "d c", "c </s>");
    assertThat(h).isEqualTo(4.0917, within(1e-4));
    assertThat(Math.pow(2, h)).isEqualTo(17.0504, within(1e-3));
    Additive trigram = new Additive(counts(3), .1);
    assertThat(p(trigram, "d", "b c")).isEqualTo(1.1 / 1.8, within(1e-15));
    assertThat(p(trigram, "e", "b c")).isEqualTo(.1 / 1.8, within(1e-15));
  }

  @Test
  @DisplayName("Laplace: perplexity 8.7393")
  void laplace() {
    Additive model = new Additive(counts(2), 1);
    assertThat(p(model, "d", "c")).isEqualTo(2.0 / 9);
    Additive single = new Additive(counts(2).upTo(1), 1);
    assertThat(p(single, "a", "")).isEqualTo(3.0 / 22);
    assertThat(p(single, "z", "")).isEqualTo(1.0 / 22);
    assertThat(p(single, "y", "")).isEqualTo(4.0 / 22);
    double h = entropy(model, "<s> a", "a c", "c <UNK>", "<UNK> d", "d c", "c </s>");
    assertThat(h).isEqualTo(3.1275, within(1e-4));
    assertThat(Math.pow(2, h)).isEqualTo(8.7393, within(1e-3));
  }

  @Test
  @DisplayName("Witten-Bell, trigrams")
  void wittenBell() {
    Interpolated model = new Interpolated(counts(3), new WittenBell(), false);
    assertThat(p(model, "c", "")).isEqualTo(1.0 / 18);
    assertThat(p(model, "z", "")).isZero();
    assertThat(p(model, "y", "")).isEqualTo(3.0 / 18);
    // Two different words after b, which is there twice: left = 2 / (2 + 2).
    double cAfterB = .5 * .5 + .5 / 18;
    assertThat(p(model, "c", "b")).isEqualTo(cAfterB, within(1e-15));
    // One after a b, which is there once: left = 1 / (1 + 1).
    assertThat(p(model, "c", "a b")).isEqualTo(.5 + .5 * cAfterB, within(1e-15));
    // z b was never seen.
    assertThat(p(model, "c", "z b")).isEqualTo(cAfterB, within(1e-15));
  }

  @Test
  @DisplayName("Kneser-Ney, trigrams: P(c|b) = .125 + .75/14")
  void kneserNey() {
    Counts continuations = counts(3).continuations();
    Interpolated model = new Interpolated(continuations, Discounting.absolute(.75, 3), false);
    // Of the 14 different bigrams one ends in c, none in z, three in UNK.
    assertThat(p(model, "c", "")).isEqualTo(1.0 / 14);
    assertThat(p(model, "z", "")).isZero();
    assertThat(p(model, "y", "")).isEqualTo(3.0 / 14);
    // (1 - .75) / 2 kept, .75 * 2 / 2 left.
    double cAfterB = .125 + .75 / 14;
    assertThat(p(model, "c", "b")).isEqualTo(cAfterB, within(1e-15));
    // (1 - .75) / 1 kept, .75 * 1 / 1 left.
    assertThat(p(model, "c", "a b")).isEqualTo(.25 + .75 * cAfterB, within(1e-15));
    assertThat(p(model, "c", "z b")).isEqualTo(cAfterB, within(1e-15));
  }
}
