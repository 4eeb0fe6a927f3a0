package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "base-detection/3",
    title = "Higher or lower",
    hints = {
      "Every answer says on which side the base lies. How many bases are left after each question,"
          + " if you ask in the middle?",
      "Look for the first base where the sign is not positive. Which bound moves, and where to,"
          + " when the sign is 0? And what is (low + high) / 2 where low + high is above 2^31?",
      "Return 0 for an empty range. while (low < high): middle = low + (high - low) / 2; where the sign is positive, low ="
          + " middle + 1, else high = middle. What is left is the base if its sign is 0; if not, return 0."
    },
    chinese =
        @Exercise.Chinese(
            title = "大了还是小了",
            hints = {
              "每次回答都告诉你进制在哪一边。如果总问正中间的那个，每问一次还剩多少个？",
              "找第一个符号不为正的进制。符号为 0 时该移动哪个边界，移到哪里？low + high 超过 2^31 时，(low + high) / 2 是多少？",
              "范围为空就返回 0。while (low < high)：middle = low + (high - low) / 2；符号为正则 low = middle + 1，否则 high = middle。剩下的那个，符号为 0 才是所求的进制，否则返回 0。"
            }))
class HigherOrLowerTest {

  private static final int LARGEST = Integer.MAX_VALUE;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 13, 40, 41, 1_000_000, 1 << 30, LARGEST - 1, LARGEST})
  @DisplayName("Any base up to the largest int is found with 33 questions")
  void found(int base) {
    // A sign may be any positive or negative number.
    assertFind("base " + base, at -> 1_000 * Integer.compare(base, at), 2, LARGEST, base);
  }

  @Test
  void everyBaseOfASmallRange() {
    for (int from = 2; from < 8; from++) {
      for (int to = from; to < 20; to++) {
        for (int base = 2; base < 22; base++) {
          int b = base;
          int expected = base >= from && base <= to ? base : 0;
          assertFind("base " + base, at -> Integer.compare(b, at), from, to, expected);
        }
      }
    }
  }

  @Test
  @DisplayName("Where the equation holds in every base, the smallest of the range is asked for")
  void everywhere() {
    assertFind("0 everywhere", _ -> 0, 3, 40, 3);
    assertFind("0 everywhere", _ -> 0, 2, LARGEST, 2);
    assertFind("0 everywhere", _ -> 0, 7, 7, 7);
  }

  @Test
  @DisplayName("Where it holds in none, the answer is 0, whatever the signs")
  void nowhere() {
    assertFind("positive everywhere", _ -> 1, 2, LARGEST, 0);
    assertFind("negative everywhere", _ -> -1, 2, LARGEST, 0);
    assertFind("negative, then positive", at -> at < 20 ? -1 : 1, 2, 40, 0);
    assertFind("positive up to 17, then negative", at -> at < 18 ? 1 : -1, 2, 40, 0);
  }

  @Test
  void anEmptyRange() {
    assertFind("0 everywhere", _ -> 0, 10, 9, 0);
  }

  @Test
  @DisplayName("6 x 9 = 42, 11 x 11 = 121 and 2 x 2 = 2")
  void equations() {
    assertEquation("6", "9", "42", 40, 13);
    assertEquation("6", "9", "42", LARGEST, 13);
    assertEquation("6", "9", "42", 12, 0);
    assertEquation("11", "11", "121", LARGEST, 3);
    assertEquation("2", "2", "2", LARGEST, 0);
    // 82B + 81B^2 - B^3
    assertEquation("89", "191", "9079", LARGEST, 82);
  }

  private static void assertEquation(String p, String q, String r, int to, int base) {
    Equation equation = Equation.of(p, q, r);
    IntUnaryOperator sign =
        at ->
            equation
                .p()
                .value(at)
                .multiply(equation.q().value(at))
                .compareTo(equation.r().value(at));
    assertFind(equation.toString(), sign, equation.lowestBase(), to, base);
  }

  private static void assertFind(
      String what, IntUnaryOperator sign, int from, int to, int expected) {
    String call = "find(%s, %d, %d)".formatted(what, from, to);
    int[] questions = {0};
    IntUnaryOperator counted =
        at -> {
          if (at < from || at > to) {
            throw new AssertionError(
                "%s asked about base %d, and the range is %d to %d".formatted(call, at, from, to));
          }
          if (++questions[0] > 33) {
            throw new AssertionError(call + " asked a 34th time");
          }
          return sign.applyAsInt(at);
        };
    assertThat(HigherOrLower.find(counted, from, to)).as(call).isEqualTo(expected);
  }
}
