package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "base-detection/2",
    title = "All bases, whatever the limit",
    hints = {
      "How many bases can there be? Run base-detection for 2 2 2, for 6 9 42 and for 11 11 121.",
      "Divisors.bases(equation).bases() is one of three records. What is the stream for each, and"
          + " what does the limit do to it?",
      "switch over None, One and From: an empty stream, IntStream.of the base if it is not above"
          + " the limit, and IntStream.rangeClosed, which makes nothing until it is asked."
    },
    chinese =
        @Exercise.Chinese(
            title = "所有进制，不论上限多大",
            hints = {
              "可能有多少个进制？对 2 2 2、6 9 42 和 11 11 121 各运行一次 base-detection。",
              "Divisors.bases(equation).bases() 是三种 record 之一。每一种对应怎样的流？上限又如何影响它？",
              "对 None、One、From 做 switch：分别是空流、不超过上限时的 IntStream.of，以及 IntStream.rangeClosed，它要一个才产生一个。"
            }))
class AllBasesTest {

  private static final int LARGEST = Integer.MAX_VALUE;

  @Test
  @DisplayName("Every base from 3 to the limit for 11 x 11 = 121")
  void every() {
    assertBases("11", "11", "121", 10, 3, 4, 5, 6, 7, 8, 9, 10);
    assertBases("11", "11", "121", 3, 3);
    assertBases("11", "11", "121", 2);
    assertBases("0", "0", "0", 4, 2, 3, 4);
    assertBases("1", "1", "1", 2, 2);
  }

  @Test
  @DisplayName("One base, and only up to the limit")
  void one() {
    assertBases("6", "9", "42", 40, 13);
    assertBases("6", "9", "42", 13, 13);
    assertBases("6", "9", "42", 12);
    // 81 = 1 * 81 + 0.
    assertBases("9", "9", "10", 81, 81);
    assertBases("9", "9", "10", 40);
  }

  @Test
  void none() {
    assertBases("2", "2", "2", 40);
    // 18 = 2 * 5 + 8, and 8 is no digit in base 5.
    assertBases("9", "2", "28", 40);
  }

  @Test
  @DisplayName("The largest limit there is takes no longer")
  void largestLimit() {
    assertThat(soon("2", "2", "2", LARGEST, () -> AllBases.upTo("2", "2", "2", LARGEST).toArray()))
        .as("upTo(2, 2, 2, %d)", LARGEST)
        .isEqualTo(new int[0]);
    assertThat(
            soon("6", "9", "42", LARGEST, () -> AllBases.upTo("6", "9", "42", LARGEST).toArray()))
        .as("upTo(6, 9, 42, %d)", LARGEST)
        .isEqualTo(new int[] {13});
    assertThat(soon("1", "1", "1", LARGEST, () -> AllBases.upTo("1", "1", "1", LARGEST).count()))
        .as("upTo(1, 1, 1, %d).count()", LARGEST)
        // 2 to 2147483647
        .isEqualTo(LARGEST - 1L);
  }

  @Test
  @DisplayName("p, q below 20, r below 200: the bases up to 90 in which the equation holds")
  void sameAsTheSearch() {
    for (int p = 0; p < 20; p++) {
      for (int q = 0; q < 20; q++) {
        for (int r = 0; r < 200; r += 1 + p % 3) {
          Equation equation = Equation.of("" + p, "" + q, "" + r);
          assertBases("" + p, "" + q, "" + r, 90, search(p, q, r, equation.lowestBase()));
        }
      }
    }
  }

  private static int[] search(int p, int q, int r, int lowest) {
    return IntStream.rangeClosed(lowest, 90)
        .filter(base -> inBase(p, base) * inBase(q, base) == inBase(r, base))
        .toArray();
  }

  /// @return the value of the digits that a number has in base 10, read in another base
  private static int inBase(int digits, int base) {
    return digits == 0 ? 0 : inBase(digits / 10, base) * base + digits % 10;
  }

  private static void assertBases(String p, String q, String r, int limit, int... bases) {
    assertThat(AllBases.upTo(p, q, r, limit).toArray())
        .as("upTo(%s, %s, %s, %d)", p, q, r, limit)
        .isEqualTo(bases);
  }

  private static <T> T soon(String p, String q, String r, int limit, Supplier<T> answer) {
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        answer::get,
        () -> "upTo(%s, %s, %s, %d) within 5 seconds".formatted(p, q, r, limit));
  }
}
