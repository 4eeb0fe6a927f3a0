package workbook.scalinglaws;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "scaling-laws/3",
    title = "What is it worth to read it again?",
    hints = {
      "How often are tokens read *again* if 4 billion are read of a text of 1 billion? And if half a billion are?",
      "R = total / unique - 1, and no less than 0. What is read for the first time is min(unique, total).",
      "min(unique, total) - unique * r * Math.expm1(-R / r): expm1(x) is e^x - 1 without loss of digits."
    },
    chinese =
        @Exercise.Chinese(
            title = "再读一遍值多少？",
            hints = {
              "10 亿词元的文本一共读了 40 亿词元，有多少是“再读”？如果只读了 5 亿呢？",
              "R = total / unique - 1，且不小于 0。第一次读到的是 min(unique, total)。",
              "min(unique, total) - unique * r * Math.expm1(-R / r)：expm1(x) 就是 e^x - 1，而且不丢有效数字。"
            }))
@DisplayName("Exercise 3: what is it worth to read it again?")
class EffectiveTokensTest {

  /// Published: Muennighoff et al. (2023), section 6, about 15 repetitions.
  private static final double R = 15.39;

  private static void assertWorth(double expected, double unique, double total, double r) {
    double worth = EffectiveTokens.of(unique, total, r);
    assertThat(Math.abs(worth - expected) <= 1e-9 * expected)
        .withFailMessage(
            "worth of %s tokens, %s of them unique, with r = %s: expected %s but was %s",
            total, unique, r, expected, worth)
        .isTrue();
  }

  @Test
  @DisplayName("what is read once at most is worth itself")
  void once() {
    assertWorth(5e8, 1e9, 5e8, R);
    assertWorth(1e9, 1e9, 1e9, R);
  }

  /// With r = 2 and R = 2 ln 2 and 4 ln 2: 1 - 1/2 and 1 - 1/4 of r.
  @Test
  @DisplayName("by hand, where e to the power is a half and a quarter")
  void byHand() {
    double ln2 = 0.6931471805599453;
    assertWorth(2, 1, 1 + 2 * ln2, 2);
    assertWorth(2.5, 1, 1 + 4 * ln2, 2);
    assertWorth(250, 100, 100 + 400 * ln2, 2);
  }

  /// e^(-R / r) is a half where R = r ln 2, and 1/256 where R = 8 r ln 2; so 1 + r / 2, and 1 + 2 -
  /// 2 / 256.
  @Test
  @DisplayName("by hand, for a value that is soon gone, and for one that hardly goes")
  void otherValues() {
    double ln2 = 0.6931471805599453;
    assertWorth(1.25, 1, 1 + .5 * ln2, .5);
    assertWorth(1.5, 1, 1 + ln2, 1);
    assertWorth(2.9921875, 1, 1 + 16 * ln2, 2);
    assertWorth(501, 1, 1 + 1000 * ln2, 1000);
  }

  /// 1 - e^-x = x - x² / 2: with R = 2 and r = 1e12 that is 2 - 2e-12, and with r = 1e18 it is 2.
  @Test
  @DisplayName("where nothing is lost by repeating, each token is worth itself")
  void nothingLost() {
    assertWorth(2.999999999998, 1, 3, 1e12);
    assertWorth(3, 1, 3, 1e18);
  }

  /// The paper: up to four epochs are nearly as good as new. bc: 1 + 15.39 (1 - e^(-3/15.39)) =
  /// 3.72571060665 and 1 + 15.39 (1 - e^(-39/15.39)) = 15.16907973811, times 1e9.
  @Test
  @DisplayName("four epochs are worth 3.73, forty 15.2, and no number more than 16.39")
  void epochs() {
    assertWorth(3725710606.6533691, 1e9, 4e9, R);
    assertWorth(15169079738.10601, 1e9, 40e9, R);
    assertWorth(16.39e9, 1e9, 1e15, R);
  }

  /// At first a repeated token is worth as much as a new one: 1 of 1e10 adds 1e-10 less 1e-20.
  @Test
  @DisplayName("a little more than once")
  void little() {
    double added = EffectiveTokens.of(1, 1 + 0x1p-30, R) - 1;
    assertThat(Math.abs(added - 0x1p-30) <= 1e-15)
        .withFailMessage("worth of 2^-30 tokens read again: expected 2^-30 but was %s", added)
        .isTrue();
  }
}
