package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import workbook.topictest.Printed;

class BaseDetectionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          6 9 42                | 13
          11 11 121             | 3
          2 2 2                 | 0
          0 0 0                 | 2
          1 1 1                 | 2
          006 09 0042           | 13
          6 9 42 --limit 13     | 13
          --limit 12 6 9 42     | 0
          9 9 10                | 0
          9 9 10 --limit 80     | 0
          9 9 10 --limit 81     | 81
          9 1 9 --limit 9       | 0
          6 9 42 --limit 100000 | 13
          1 1 1 --limit 2147483647 | 2
          """,
      delimiter = '|')
  @DisplayName("The first line is the answer to the puzzle")
  void answer(String args, String answer) {
    assertThat(run(args.split(" ")).lines().findFirst()).contains(answer);
  }

  @Test
  @DisplayName("A larger limit costs the search, and the divisors nothing")
  void limits() {
    assertThat(run("2", "2", "2"))
        .contains("search                        0           38          114\n")
        .contains("divisors                      0            0            1\n");
    assertThat(run("2", "2", "2", "--limit", "100000"))
        .contains("bases 2 to 100000 ")
        .contains("search                        0        99998       299994\n")
        .contains("divisors                      0            0            1\n");
    assertThat(run("2", "2", "2", "--limit", "2147483647"))
        .contains("search                 left out  up to 2147483645 bases of 3 digits each\n")
        .contains("divisors                      0            0            1\n");
  }

  @Test
  void whereTheFirstTryFails() {
    assertThat(run("2", "2", "2"))
        .contains("Integer.parseInt          fails  radix 37 greater than Character.MAX_RADIX\n")
        .contains("Long.parseLong            fails  radix 37 greater than Character.MAX_RADIX\n");
    assertThat(run("10001", "10001", "20001", "--limit", "16"))
        .startsWith("0\n")
        .contains("Integer.parseInt             16\n")
        .contains("Long.parseLong                0\n");
  }

  @Test
  @DisplayName("Operands of 10,000 digits: a short print, in lines of 80 characters at most")
  void longOperands() {
    String zeros = "0".repeat(9_999);
    String print = run("6" + zeros, "9" + zeros, "42" + zeros + zeros);
    assertThat(print)
        .startsWith("13\n")
        .contains("600..000 (10000 digits) x 900..000 (10000 digits) = 420..000 (20000 digits)\n")
        .contains("search                 left out  up to 31 bases of 40000 digits each\n");
    assertThat(print.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          6 9              | R is missing; what is taken: P Q R
          6A 9 42          | p: character 2 is 'A', and a digit is 0 to 9
          6 ９ 42          | q: character 1 is U+FF19, and a digit is 0 to 9
          6 9 42 --limit   | --limit needs a value: --limit N
          6 9 42 --limit 1 | --limit must be a whole number from 2 to 2147483647, and was '1'
          6 9 42 --limit x | --limit must be a whole number, and was 'x'
          """,
      delimiter = '|')
  @DisplayName("Bad arguments: one line that says what would be right")
  void badArguments(String args, String message) {
    assertThat(Printed.by(new BaseDetection(), args.split(" ")))
        .isEqualTo(new Printed(2, "", "base-detection: " + message + "\n"));
  }

  @Test
  void twoIsTheSmallestLimit() {
    assertThat(run("1", "1", "1", "--limit", "2")).startsWith("2\n");
  }

  private static String run(String... args) {
    return Printed.by(new BaseDetection(), args).out();
  }
}
