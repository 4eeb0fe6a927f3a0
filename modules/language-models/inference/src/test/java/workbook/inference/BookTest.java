package workbook.inference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Near;

/// 赵鑫 et al., 《大语言模型》, code 9.2, at
/// [LLMBook-zh](https://github.com/LLMBook-zh/LLMBook-zh.github.io/tree/main/code): numbers from
/// -100 to 80 in 8 bits, with a scale and a zero point.
@DisplayName("Where the book's quantisation slips")
class BookTest {

  private static final double LOW = -100;
  private static final double HIGH = 80;
  private static final double SCALE = (HIGH - LOW) / 255;

  /// (80 · -128 + 100 · 127) / 180 = 13.67, the number that 0 becomes.
  private static final double ZERO = (HIGH * -128 - LOW * 127) / (HIGH - LOW);

  private static double rounded(double x, long zero) {
    return Math.clamp(Math.rint(x / SCALE + zero), -128, 127);
  }

  private static double error(double x, long zero) {
    return Math.abs(SCALE * (rounded(x, zero) - zero) - x);
  }

  private static double largestError(long zero) {
    double largest = 0;
    for (int i = 0; i <= 18_000; i++) {
      largest = Math.max(largest, error(LOW + i / 100.0, zero));
    }
    return largest;
  }

  /// The numbers that the book prints, and PyTorch's errors.
  @Test
  @DisplayName(
      "int() cuts the zero point off, and the lowest numbers are off by more than half a"
          + " step; rounded, none is")
  void zeroPoint() {
    long book = (long) ZERO;
    assertThat(book).isEqualTo(13);
    assertThat(rounded(-1.2136, book)).isEqualTo(11);
    assertThat(rounded(28.7341, book)).isEqualTo(54);
    assertThat(rounded(-23.7421, book)).isEqualTo(-21);
    Near.assertNear("off at -100", .4706, error(LOW, book), 1e-4);
    Near.assertNear("off at most", .4706, largestError(book), 1e-4);

    long right = (long) Math.rint(ZERO);
    assertThat(right).isEqualTo(14);
    Near.assertNear("off at -100, rounded", .2353, error(LOW, right), 1e-4);
    Near.assertNear("off at most, rounded", SCALE / 2, largestError(right), 1e-3);
    assertThat(largestError(right)).isLessThanOrEqualTo(SCALE / 2 + 1e-12);
  }
}
