package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import workbook.topictest.Printed;

@DisplayName("./workbook run climbing-stairs")
class ClimbingStairsTest {

  @Test
  @DisplayName("46: every method, and the int that gives up")
  void fortySix() {
    // 2971215073 = A000045(47). Calls and operations: MethodTest derives each.
    // 46 = 101110 in binary: 6 digits, 4 ones. Matrix: 5 + 3 products. Doubling: 6.
    String expected =
        """
        46 steps, 1 or 2 at a time: 2971215073 ways

        method              calls  additions  multiplications  answer
        naive recursion     not run: would make 5942430145 calls
        memo                   91         45                0  2971215073
        table                   1         45                0  2971215073
        two variables           1         45                0  2971215073
        matrix power            1         32               64  2971215073
        fast doubling           1         22               18  2971215073
        two squares             1         34               12  2971215073

        type             right up to n =  answer for n = 46
        int                           45  -1323752223  wrong
        long                          91  2971215073
        double                        77  2971215073
        Binet in double               69  2971215073
        """;
    assertThat(Printed.by(new ClimbingStairs(), "46")).isEqualTo(new Printed(0, expected, ""));
    assertThat(Printed.by(new ClimbingStairs())).isEqualTo(new Printed(0, expected, ""));
  }

  @Test
  @DisplayName("1000000: the ends from the bounds and from the number itself are the same")
  void million() {
    Printed printed = Printed.by(new ClimbingStairs(), "1000000");
    assertThat(printed.out().lines())
        .startsWith(
            "1000000 steps, 1 or 2 at a time: 3160476873...4926937501 ways",
            "a number of 208988 digits",
            "")
        .contains(
            "naive recursion     not run: would make more than 10^208987 calls",
            "memo                not run: would nest 1000000 calls, and a stack ends",
            "table               not run: would keep 1000000 numbers, most of them long",
            "two variables       not run: would add long numbers 999999 times",
            "matrix power        not run: its numbers get too long",
            // 1000000 has 20 binary digits, 7 of them ones.
            "fast doubling           1         67               60  3160476873...4926937501",
            "two squares             1        107               40  3160476873...4926937501",
            "type             right up to n =",
            "int                           45",
            "Binet in double               69");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1", "150", "151", "10000001", "1000000000"})
  @DisplayName("fits a terminal of 80 columns")
  void columns(String n) {
    assertThat(Printed.by(new ClimbingStairs(), n).out().lines())
        .hasSizeGreaterThan(12)
        .allMatch(line -> line.length() <= 80);
  }

  @Test
  @DisplayName("up to 150 the wrong answers are shown, and beyond they are not")
  void wrongAnswers() {
    assertThat(Printed.by(new ClimbingStairs(), "150").out())
        .contains("answer for n = 150")
        .containsPattern("long +91  -?\\d+  wrong");
    assertThat(Printed.by(new ClimbingStairs(), "151").out())
        .contains("right up to n =\n")
        .doesNotContain("wrong");
  }

  @Test
  @DisplayName("30 is the last that the naive recursion is run for")
  void naive() {
    // 1346269 = A000045(31), and 2 * 1346269 - 1 calls.
    assertThat(Printed.by(new ClimbingStairs(), "30").out())
        .contains("naive recursion   2692537    1346268                0  1346269\n");
    assertThat(Printed.by(new ClimbingStairs(), "31").out())
        .contains("naive recursion     not run: would make 4356617 calls\n");
  }

  @Test
  @DisplayName("--steps 1,3,5: the methods for any set of steps")
  void steps() {
    // A060961(20) = 4285. Window: 20 * 3 additions. Recurrence: 20 = 10100 in binary, k = 5:
    // 5 * 25 + 5 products. Sums: 5 * (25 + 4 * 3) + 2 * 3 + 5 at the end, and 4 + 2 for ways(1) to
    // ways(4), which look 1 step down four times and 3 steps down twice.
    assertThat(Printed.by(new ClimbingStairs(), "20", "--steps", "1,3,5"))
        .isEqualTo(
            new Printed(
                0,
                """
                20 steps, 1, 3 or 5 at a time: 4285 ways

                method              calls  additions  multiplications  answer
                sliding window          1         60                0  4285
                linear recurrence       1        202              130  4285
                """,
                ""));
  }

  @Test
  @DisplayName("--steps 1..3 is --steps 1,2,3")
  void range() {
    assertThat(Printed.by(new ClimbingStairs(), "9", "--steps", "1..3"))
        .isEqualTo(Printed.by(new ClimbingStairs(), "9", "--steps", "3,1,2,2"));
    assertThat(Printed.by(new ClimbingStairs(), "9", "--steps", "1..3,7").out())
        .startsWith("9 steps, 1, 2, 3 or 7 at a time: ");
  }

  @Test
  @DisplayName("--mod: the remainder, and n up to the largest long")
  void modulo() {
    // 2971215073 - 2 * 1000000007. Steps 1 or 2, 46 = 101110: 6 * 4 + 2 products; sums: 6 * (4 + 2)
    // to square and reduce, 4 * 2 for the odd digits, 1 for ways(1), 2 at the end.
    assertThat(Printed.by(new ClimbingStairs(), "46", "--mod", "1000000007"))
        .isEqualTo(
            new Printed(
                0,
                """
                46 steps, 1 or 2 at a time: 971215059 ways modulo 1000000007
                linear recurrence: 47 additions, 26 multiplications
                """,
                ""));
    assertThat(Printed.by(new ClimbingStairs(), "9223372036854775807", "--mod", "1").out())
        .startsWith("9223372036854775807 steps, 1 or 2 at a time: 0 ways modulo 1\n");
    assertThat(Printed.by(new ClimbingStairs(), "1", "--mod", "9", "--steps", "1..4").out())
        .startsWith("1 step, 1 to 4 at a time: 1 way modulo 9\n");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ten             | N must be a whole number, and was 'ten'
          1000000001      | N must be a whole number from 0 to 1000000000, and was '1000000001'
          9 --steps       | --steps needs a value: --steps SIZES
          9 --steps 0     | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '0'
          9 --steps 101   | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '101'
          9 --steps 1,,2  | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '1,,2'
          9 --steps 3..2  | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '3..2'
          9 --steps 1..x  | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '1..x'
          9 --steps １,3  | --steps must be sizes from 1 to 100 such as 1,3,5 or 1..6, and was '１,3'
          --steps 1 --steps 2 | --steps stands twice, and is taken once
          9 --mod 0       | --mod must be a whole number from 1 to 9223372036854775807, and was '0'
          """)
  @DisplayName("wrong use: one line that says what would be right, and status 2")
  void wrongUse(String arguments, String message) {
    assertThat(Printed.by(new ClimbingStairs(), arguments.split(" ")))
        .isEqualTo(new Printed(2, "", "climbing-stairs: " + message + "\n"));
  }

  @Test
  @DisplayName("a step of 100 is the largest, 10^9 the largest n, and both are run")
  void largest() {
    assertThat(Printed.by(new ClimbingStairs(), "100", "--steps", "100").out())
        .startsWith("100 steps, 100 at a time: 1 way\n");
    // A068070: the Fibonacci number 10^9 has 208987640 digits; this is the one after it.
    assertThat(Printed.by(new ClimbingStairs(), "1000000000").out())
        .contains("a number of 20898764");
  }
}
