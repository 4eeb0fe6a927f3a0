package workbook.pretraining;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The language")
class LanguageTest {

  private static final List<int[]> SENTENCES = Language.sentences(3000, 7);

  @Test
  @DisplayName("has sentences that agree; with any one verb changed, none of them does")
  void agreement() {
    for (int[] sentence : SENTENCES) {
      assertThat(sentence).hasSizeBetween(5, Language.LONGEST).startsWith(Language.START);
      assertThat(Agreement.holds(sentence)).as(Language.decode(sentence)).isTrue();
      for (int i = 0; i < sentence.length; i++) {
        if (Language.isVerb(sentence[i])) {
          int[] changed = sentence.clone();
          changed[i] = Language.otherNumber(sentence[i]);
          assertThat(Agreement.holds(changed)).as(Language.decode(changed)).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "the cat sleeps ., true, true",
    "the cat sleep ., false, false",
    "the small old cats see the bird ., true, true",
    // A noun of the other number stands in between.
    "the cat that the birds see sleeps ., true, false",
    "the cat that the birds see sleep ., false, true",
    "the cat that the birds that the fox hears see sleeps ., true, false",
    "the cat that the bird sees sleeps ., true, true",
    "the cat that the birds sees sleeps ., false, false",
    // No sentences, although each verb agrees with the noun before it.
    "the cat ., false, true",
    "the cat sees ., false, true",
    "the cat sleeps, false, true",
    "the cat sleeps . ., false, true",
    "cat sleeps ., false, true",
    "the cat that the bird sees ., false, true",
    "the cat sleeps the bird ., false, true"
  })
  @DisplayName("is read by rules, and by a rule of thumb that is fooled by what is in between")
  void readers(String sentence, boolean agrees, boolean thumb) {
    int[] tokens = Language.encode(sentence);
    assertThat(Agreement.holds(tokens)).isEqualTo(agrees);
    assertThat(NearestNoun.agrees(tokens)).isEqualTo(thumb);
    assertThat(Language.decode(tokens)).isEqualTo("[CLS] " + sentence);
  }

  @Test
  @DisplayName("is no sentence where a mark stands for a word")
  void marks() {
    assertThat(Agreement.holds(Language.START)).isFalse();
    assertThat(Agreement.holds(Language.START, Language.HIDDEN)).isFalse();
  }

  @Test
  @DisplayName("puts each sentence on one side: none of the test is read or learned from")
  void sides() {
    Sentences sentences = Sentences.of(2000, 100, 100, 3);
    assertThat(sentences.text()).hasSize(2000).noneMatch(Sentences::isForTest);
    assertThat(sentences.examples())
        .hasSize(100)
        .noneMatch(example -> Sentences.isForTest(example.original()));
    assertThat(sentences.originals()).hasSize(100).allMatch(Sentences::isForTest);
  }

  @Test
  @DisplayName("has labels that are true, on either side of the coin")
  void labels() {
    List<Labelled> examples = Sentences.of(0, 1000, 0, 3).examples();
    assertThat(examples)
        .allMatch(example -> Agreement.holds(example.tokens()) == example.agrees())
        .allMatch(example -> Agreement.holds(example.original()));
    // 1000 coins: five deviations are 79.
    long agree = examples.stream().filter(Labelled::agrees).count();
    assertThat(agree).isBetween(421L, 579L);
    // Changed sentences differ in one word.
    assertThat(examples).allMatch(e -> e.agrees() || differences(e.tokens(), e.original()) == 1);
  }

  private static long differences(int[] a, int[] b) {
    return IntStream.range(0, a.length).filter(i -> a[i] != b[i]).count();
  }
}
