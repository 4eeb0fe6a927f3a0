package workbook.abilities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.exercise.Exercise;

@Exercise(
    id = "abilities/5",
    title = "A calculator that always answers",
    hints = {
      "One method for a sum, one for a product, one for a number or a parenthesis; each calls the next.",
      "Inside, throw one exception for whatever is wrong, and catch it once, outside. Limit the depth: a StackOverflowError is no answer.",
      "sum(): a product, then while + or - comes, another, with addExact and subtractExact. product():"
          + " a factor, then while * or / comes, another, with multiplyExact; for / throw if the rest"
          + " is not 0, then divideExact. factor(): a minus and a factor, negateExact; or ( sum );"
          + " or digits 0 to 9, parseLong; throw deeper than 100. At the end nothing but spaces may be"
          + " left. answer() catches ArithmeticException and NumberFormatException and returns"
          + " \"error\"."
    },
    chinese =
        @Exercise.Chinese(
            title = "总有回答的计算器",
            hints = {
              "一个方法处理和，一个处理积，一个处理数或括号，逐级调用。",
              "内部凡出错都抛同一种异常，在最外层捕获一次。要限制深度：StackOverflowError 不算回答。",
              "sum()：先取一个积，遇到 + 或 - 就再取一个，用 addExact 和 subtractExact。product()：先取一个因子，遇到 * 或 /"
                  + " 就再取一个，用 multiplyExact；/ 有余数则抛异常，否则 divideExact。factor()：负号加因子，用"
                  + " negateExact；或 ( 和 )；或 0 到 9 的数字，用 parseLong；深度超过 100"
                  + " 抛异常。最后除空格外不得有剩余。answer() 捕获 ArithmeticException 和"
                  + " NumberFormatException，返回 \"error\"。"
            }))
@DisplayName("Exercise 5: a calculator that always answers")
class ExpressionTest {

  private static String answer(String text) {
    try {
      return Expression.answer(text);
    } catch (Throwable thrown) {
      if (thrown instanceof StackOverflowError || thrown instanceof RuntimeException) {
        return fail("'%s' threw %s".formatted(shown(text), thrown.getClass().getSimpleName()));
      }
      throw thrown;
    }
  }

  private static String shown(String text) {
    return text.length() < 60
        ? text
        : text.substring(0, 20) + "… (%d characters)".formatted(text.length());
  }

  private static void assertError(String text) {
    String answer = answer(text);
    if (answer == null || !answer.startsWith("error") || answer.lines().count() != 1) {
      fail(
          "'%s' must be answered by one line that begins with error, and was: %s"
              .formatted(shown(text), answer));
    }
  }

  /// Each by hand.
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "12345678+87654321, 99999999",
    "2*(3+4)-10/5, 12",
    "2+3*4, 14",
    "10-4-3, 3",
    "24/4/2, 3",
    "12/2*3, 18",
    "1-2*3-4, -9",
    "-5, -5",
    "-(2+3)*-4, 20",
    "' ( 1 + 2 ) * 3 ', 9",
    "007, 7",
    "0/5, 0",
    "9223372036854775807, 9223372036854775807",
    "3037000499*3037000499, 9223372030926249001",
    "1+-2, -1",
    "1--2, 3",
    "6/-2, -3",
    "0-9223372036854775807-1, -9223372036854775808",
    "0000000000000000000000000000007, 7",
  })
  @DisplayName("computes")
  void computes(String text, String expected) {
    assertEquals(expected, answer(text), () -> "the answer to '%s'".formatted(text));
  }

  @ParameterizedTest(name = "{0} is an error")
  @ValueSource(
      strings = {
        "1/0",
        "5/(2-2)",
        "0/0",
        "7/2",
        "-7/2",
        "9223372036854775807+1",
        "9223372036854775807*2",
        "0-9223372036854775807-2",
        "(0-9223372036854775807-1)/(0-1)",
        "99999999999999999999",
        "",
        " ",
        "two",
        "1+",
        "*3",
        "(1+2",
        "1+2)",
        "()",
        "1 2",
        "2(3)",
        "1+2=3",
        "1.5+1",
        "1e3",
        "[1+2",
        "1+2; rm -rf /",
        "١+٢",
        "1\n+2",
        "1\t+2",
        "+5",
        "2*+3",
        "1 2+",
        "()5",
        "(2)3",
        "1(+2)",
        "7/2*2",
        "1+2\0 3"
      })
  @DisplayName("answers what is wrong by an error, and throws nothing")
  void errors(String text) {
    assertError(text);
  }

  @Test
  @DisplayName("takes parentheses within each other, and does not overflow its stack")
  void deep() {
    assertEquals(
        "7", answer("(".repeat(90) + "7" + ")".repeat(90)), "the answer to 7 in 90 parentheses");
    assertEquals(
        "7", answer("(".repeat(100) + "7" + ")".repeat(100)), "the answer to 7 in 100 parentheses");
    assertEquals(
        "151", answer("(1)" + "+(1)".repeat(150)), "the answer to (1)+(1)+… with 151 ones");
    assertEquals(
        "100001", answer("1" + "+1".repeat(100_000)), "the answer to 1+1+… with 100001 ones");
    String deep = answer("(".repeat(100_000) + "7" + ")".repeat(100_000));
    if (!deep.equals("7") && !deep.startsWith("error")) {
      fail("7 in 100000 parentheses must be answered by 7 or by an error, and was: " + deep);
    }
    assertError("(".repeat(100_000));
    String minuses = answer("-".repeat(100_000) + "7");
    if (!minuses.equals("7") && !minuses.startsWith("error")) {
      fail("100000 minuses and a 7 must be answered by 7 or by an error, and was: " + minuses);
    }
  }

  /// BigInteger computes beside it.
  @Test
  @DisplayName("computes random sums and products as BigInteger does")
  void random() {
    for (int seed = 1; seed <= 100; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      StringBuilder text = new StringBuilder("0");
      BigInteger expected = BigInteger.ZERO;
      for (int i = 0; i < 4; i++) {
        int a = random.nextInt(1000);
        int b = random.nextInt(1000);
        boolean plus = random.nextBoolean();
        text.append(plus ? "+" : "-").append(a).append("*").append(b);
        BigInteger product = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
        expected = plus ? expected.add(product) : expected.subtract(product);
      }
      assertEquals(
          expected.toString(), answer(text.toString()), () -> "the answer to '%s'".formatted(text));
    }
  }
}
