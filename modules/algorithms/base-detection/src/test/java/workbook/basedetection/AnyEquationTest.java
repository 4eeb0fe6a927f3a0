package workbook.basedetection;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "base-detection/5",
    title = "Any equation of + - * and parentheses",
    hints = {
      "Why is it better to read the equation once, and not once for each base? What would you keep"
          + " of it?",
      "One method for each level: an expression is terms joined by + and -, a term is factors"
          + " joined by *, a factor is a number or an expression in parentheses. How does a loop"
          + " make 10 - 2 - 3 the same as (10 - 2) - 3?",
      "Make a tree of sealed records: Number, Add, Subtract, Multiply, with a method that gives the"
          + " value in a base as a BigInteger. Parse both sides, note the largest digit, and"
          + " evaluate both trees in every base that is left. Keep the position of the character at hand;"
          + " where it does not fit, throw with position + 1."
    },
    chinese =
        @Exercise.Chinese(
            title = "任意的 + - * 与括号等式",
            hints = {
              "为什么只读一遍等式比每个进制读一遍好？要留下等式的什么？",
              "每一级一个方法：表达式是由 + 和 - 连接的项，项是由 * 连接的因子，因子是一个数或括号里的表达式。怎样用循环让 10 - 2 - 3 等于 (10 - 2) - 3？",
              "用一组 sealed record 建一棵树：Number、Add、Subtract、Multiply，各有一个方法以 BigInteger 给出某进制下的值。解析等号两边，记下最大的数字，再在剩下的每个进制中求两棵树的值。记住当前字符的位置：它不合语法时抛出异常，写明 position + 1。"
            }))
class AnyEquationTest {

  @Test
  @DisplayName("The puzzle is one of them")
  void products() {
    assertBases("6*9=42", 40, 13);
    assertBases("42=6*9", 40, 13);
    assertBases("2*2=2", 40);
    assertBases("11*11=121", 6, 3, 4, 5, 6);
    assertBases("1=1", 5, 2, 3, 4, 5);
    assertBases("6*9=42", 13, 13);
    assertBases("6*9=42", 12);
  }

  @Test
  @DisplayName("Two bases: B^2 + 110 = 21B, that is (B - 10)(B - 11) = 0")
  void two() {
    assertBases("10*10+9*9+5*5+4=10*(9+9+3)", 40, 10, 11);
  }

  @Test
  @DisplayName("10-2-3 is (10-2)-3")
  void fromTheLeft() {
    // B - 5 = 5
    assertBases("10-2-3=5", 40, 10);
    // B - 2 + 3 = 11 and not B - 5 = 11, and B + 1 = 11 is true in every base.
    assertBases("10-2+3=11", 6, 4, 5, 6);
    // B + 1 = 5 has the root 4, and 5 is no digit there.
    assertBases("10-(2-3)=5", 40);
    assertBases("10-(2-4)=12", 6, 5, 6);
  }

  @Test
  @DisplayName("* binds before + and -")
  void precedence() {
    // 14 = 2B + 2
    assertBases("2+3*4=22", 40, 6);
    // 20 = 2B + 2
    assertBases("(2+3)*4=22", 40, 9);
    // 20 - 6 = B + 4
    assertBases("4*5-2*3=14", 40, 10);
    assertBases("2*(3+4)*((5))=40+30", 40, 10);
  }

  @Test
  @DisplayName("Negative values on the way, and on both sides")
  void negative() {
    assertBases("1-2=0-1", 5, 3, 4, 5);
    assertBases("1-10=2-11", 4, 3, 4);
    // 3 - B = -5
    assertBases("3-10=1-6", 40, 8);
  }

  @Test
  @DisplayName("Every digit is below the base, wherever it stands")
  void digits() {
    // 5 + 1 = B + 1 has the root 5.
    assertBases("5+1=11", 40);
    assertBases("9-9=0", 12, 10, 11, 12);
    assertBases("0*(7-7)=0", 9, 8, 9);
  }

  @Test
  void blanks() {
    assertBases("  6 * 9   =42 ", 40, 13);
    assertBases("( 2 + 3 )*4 = 22", 40, 9);
  }

  @Test
  @DisplayName("Values of any size: 2^64 is not 0")
  void large() {
    assertBases("65536*65536*65536*65536=0", 10);
    // B = 2 * 9^3
    assertBases("10=9*9*9*2", 10_000, 1458);
    // 4 * 4 * ... * 4, 40 times, is 2^80, written in base 16.
    String fours = String.join("*", Collections.nCopies(40, "4"));
    assertBases(fours + "=1" + "0".repeat(20), 40, 16);
  }

  @Test
  @DisplayName("10,000 bases and a hundred numbers in less than 20 s")
  void manyBases() {
    String sum = Collections.nCopies(100, "1").stream().collect(joining("+"));
    // 100 = B + 0
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertBases(sum + "=10", 10_000, 100),
        "bases(\"1+1+...+1=10\", 10000) within 20 seconds");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''         | 1
          6*9        | 4
          =42        | 1
          6*9=       | 5
          6**9=42    | 3
          6*9=42)    | 7
          (6*9=42    | 5
          6*9=42=42  | 7
          6 9=42     | 3
          6*A=42     | 3
          ' 6*A=42'  | 4
          -6=1       | 1
          6*9=-42    | 5
          ()=1       | 2
          6*(9=42)   | 5
          6/9=42     | 2
          ６*9=42    | 1
          6*9=4２    | 6
          6*+9=42    | 3
          6\t*9=42   | 2
          6*9\u3000=42 | 4
          """,
      delimiter = '|')
  @DisplayName("What cannot be read: the place of the first character that does not fit")
  void misfits(String equation, int place) {
    Throwable thrown = catchThrowable(() -> AnyEquation.bases(equation, 40));
    assertThat(thrown)
        .overridingErrorMessage(
            "bases(\"%s\", 40) must throw an IllegalArgumentException that names character %d, and %s",
            shown(equation), place, thrown == null ? "threw nothing" : "threw " + thrown)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s).*\\bcharacter " + place + "\\b.*");
  }

  /// With what a terminal does not show written as in Java.
  private static String shown(String equation) {
    return equation.replace("\t", "\\t").replace("\u3000", "\\u3000");
  }

  private static void assertBases(String equation, int limit, Integer... bases) {
    assertThat(AnyEquation.bases(equation, limit))
        .as("bases(\"%s\", %d)", equation, limit)
        .isEqualTo(List.of(bases));
  }
}
