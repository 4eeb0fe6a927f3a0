package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "text/2",
    title = "Perplexity from bits",
    hints = {
      "A model that hesitates between 8 equal choices every time spends how many bits on each? And"
          + " what must come out?",
      "Perplexity undoes the logarithm. Which logarithm was taken?",
      "Add up the bits, divide by their number, and raise 2 to that. Do not multiply the"
          + " probabilities: a product of a thousand of them is 0 in a double."
    })
@DisplayName("Exercise 2: perplexity from bits")
class PerplexityTest {

  private static final Offset<Double> ROUNDING = offset(1e-9);

  @Test
  @DisplayName("equal choices: their number")
  void equal() {
    // 8 = 2^3, 65 = 2^6.0224.
    assertNear(Perplexity.of(3, 3, 3, 3), 8, "the perplexity of 3.0 bits a symbol");
    assertNear(Perplexity.of(Math.log(65) / Math.log(2)), 65, "the perplexity of 65 equal choices");
    assertNear(Perplexity.of(0, 0), 1, "the perplexity of no surprise");
  }

  @Test
  @DisplayName("different choices: the geometric mean")
  void geometric() {
    // The square root of 2 * 8.
    assertNear(Perplexity.of(1, 3), 4, "the perplexity of 1 bit and of 3 bits");
  }

  @Test
  @DisplayName("NLTK's published example")
  void nltk() {
    // Five bigrams of 1 bit and one of log2 3 = 1.585: 2^1.0975 = 2.1398.
    assertThat(Perplexity.of(1, 1, 1, 1.5849625007211562, 1, 1))
        .as("the perplexity of NLTK's bigrams")
        .isEqualTo(2.1398, offset(1e-4));
  }

  @Test
  @DisplayName("a long text")
  void longText() {
    double[] bits = new double[2000];
    Arrays.fill(bits, 3);
    assertNear(Perplexity.of(bits), 8, "the perplexity of 2000 symbols of 3.0 bits");
  }

  @Test
  @DisplayName("the impossible has come: infinite")
  void infinite() {
    assertThat(Perplexity.of(1, Double.POSITIVE_INFINITY)).isInfinite();
  }

  @Test
  @DisplayName("no symbol: refused")
  void none() {
    assertThatThrownBy(() -> Perplexity.of(), "the perplexity of no symbol")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertNear(double perplexity, double expected, String what) {
    // Rounded to what a reader can compare, so that the message shows the two numbers alone.
    boolean near = Math.abs(perplexity - expected) <= ROUNDING.value;
    assertThat(near ? expected : perplexity).as(what).isEqualTo(expected);
  }
}
