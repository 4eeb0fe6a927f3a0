package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The model of frequencies")
class FrequenciesTest {

  @Test
  @DisplayName("counts the training text, and nothing of what it is asked about")
  void counts() {
    // Nine to learn from: a six times, b three times. c is only in the validation text, and is
    // given
    // the chance of one that was there once: of 6 + 3 + 1.
    Corpus corpus = Corpus.of("ten", "aabaabaabc");
    double[] next = new Frequencies(corpus).next(corpus.symbols(), 9);
    assertThat(next).containsExactly(new double[] {.6, .3, .1}, within(1e-15));
    assertThat(Audit.problems(new Frequencies(corpus), corpus.symbols(), 0, 10, 1e-12, 1))
        .isEmpty();
  }
}
