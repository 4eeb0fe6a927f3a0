package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
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
      "Without bits, throw an IllegalArgumentException. Otherwise add the bits up in a double, divide"
          + " by their number, and raise 2 to that: Math.pow(2, mean). Do not multiply the"
          + " probabilities: a product of a thousand of them is 0 in a double."
    },
    chinese =
        @Exercise.Chinese(
            title = "由比特数求困惑度",
            hints = {
              "如果模型每次都在 8 个等可能的选项间犹豫，每个符号要花几比特？结果应当是多少？",
              "困惑度是取对数的逆运算。当初取的是以几为底的对数？",
              "没有符号时抛出 IllegalArgumentException。否则把比特数加到一个 double 里，除以个数得到平均值，"
                  + "再算 Math.pow(2, 平均值)。不要把概率连乘：一千个概率的乘积在 double 里就下溢为 0。"
            }))
@DisplayName("Exercise 2: perplexity from bits")
class PerplexityTest {

  private static final double ROUNDING = 1e-9;

  @Test
  @DisplayName("equal choices: their number")
  void equal() {
    // 8 = 2^3, 65 = 2^6.0224.
    assertNear(Perplexity.of(3, 3, 3, 3), 8, "the perplexity of 3.0 bits per symbol");
    assertNear(Perplexity.of(Math.log(65) / Math.log(2)), 65, "the perplexity of 65 equal choices");
    assertNear(Perplexity.of(0, 0), 1, "the perplexity of no surprise");
  }

  @Test
  @DisplayName("different choices: the geometric mean")
  void geometric() {
    // The square root of 2 * 8.
    assertNear(Perplexity.of(1, 3), 4, "the perplexity of 1 bit and of 3 bits");
    // A symbol that was certain is a symbol too: the square root of 1 * 16.
    assertNear(Perplexity.of(0, 4), 4, "the perplexity of 0 bits and of 4 bits");
  }

  @Test
  @DisplayName("NLTK's published example")
  void nltk() {
    // Five bigrams of 1 bit and one of log2 3 = 1.585: 2^1.0975 = 2.1398.
    double perplexity = Perplexity.of(1, 1, 1, 1.5849625007211562, 1, 1);
    assertThat(Math.rint(perplexity * 1e4) / 1e4)
        .as("the perplexity of NLTK's bigrams, to four digits")
        .isEqualTo(2.1398);
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
    assertThat(Perplexity.of(1, Double.POSITIVE_INFINITY))
        .as("the perplexity of 1 bit and of infinitely many")
        .isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  @DisplayName("no symbol: refused")
  void none() {
    assertThatThrownBy(() -> Perplexity.of(), "the perplexity of no symbol")
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertNear(double perplexity, double expected, String what) {
    // Rounded to what a reader can compare, so that the message shows the two numbers alone.
    boolean near = Math.abs(perplexity - expected) <= ROUNDING;
    assertThat(near ? expected : perplexity).as(what).isEqualTo(expected);
  }
}
