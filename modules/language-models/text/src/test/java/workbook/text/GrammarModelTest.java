package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The model that knows the grammar")
class GrammarModelTest {

  private static final Corpus TEXT = Corpus.of("grammar", Grammar.ENGLISH.sentences(300, 3));
  private static final GrammarModel MODEL = new GrammarModel(Grammar.ENGLISH, TEXT.alphabet());

  @Test
  @DisplayName("passes the audit")
  void audit() {
    assertThat(Audit.problems(MODEL, TEXT.symbols(), 1000, 3000, 1e-12, 5)).isEmpty();
  }

  @Test
  @DisplayName("knows that a verb agrees with a noun many words before it")
  void agreement() {
    // After 'sing' in the main clause: one that sings has an s, many end the sentence.
    assertThat(after("the cat that the birds see sing", 's')).isEqualTo(1, within(1e-15));
    assertThat(after("the cats that the bird sees sing", '.')).isEqualTo(1, within(1e-15));
    // One or many is even at the start, and adjectives and nouns do not depend on it.
    assertThat(after("the small cat", ' ')).isEqualTo(.5, within(1e-15));
    // .5 of the choices is old, and .3 that there is an adjective at all.
    assertThat(after("the ", 'o')).isEqualTo(.3 * .5, within(1e-15));
    assertThat(after("", 't')).isEqualTo(1, within(1e-15));
  }

  @Test
  @DisplayName("scores its own text by the entropy, and no model of frequencies comes near")
  void score() {
    Corpus corpus = Corpus.grammar();
    double best =
        Score.of(new GrammarModel(Grammar.ENGLISH, corpus.alphabet()), corpus).natsPerCharacter();
    // 2,000 sentences: see GrammarTest, with a standard error ten times that.
    assertThat(best).isEqualTo(Grammar.ENGLISH.entropyRate(), within(.015));
    assertThat(Score.of(new Frequencies(corpus), corpus).natsPerCharacter()).isGreaterThan(2);
  }

  @Test
  @DisplayName("refuses what is no sentence")
  void noSentence() {
    assertThatThrownBy(() -> after("the cats sings", '.'))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'s' (U+0073) cannot be the next character of a sentence");
  }

  private static double after(String text, char next) {
    int[] symbols = TEXT.alphabet().encode(text);
    return MODEL.next(symbols, symbols.length)[TEXT.alphabet().encode(String.valueOf(next))[0]];
  }
}
