package workbook.newtopic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("The sum of 1 to n")
class NewTopicTest {

  // OEIS A000217, the triangular numbers, from n = 0: https://oeis.org/A000217
  private static final long[] A000217 = {0, 1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 66, 78, 91, 105};

  private static void check(String method, int n, long sum) {
    assertThat(sum).as("%s(%d)", method, n).isEqualTo(A000217[n]);
  }

  @Test
  @DisplayName("is the triangular number, by each method")
  void triangularNumbers() {
    for (int n = 0; n < A000217.length; n++) {
      check("byAdding", n, NewTopic.byAdding(n));
      check("overflowing", n, NewTopic.overflowing(n));
      check("inOneStep", n, NewTopic.inOneStep(n));
    }
  }

  // 2^31 - 1 and 2^31 multiplied, and half of it: 2^61 - 2^30.
  @Test
  @DisplayName("in one step holds up to the largest int")
  void largest() {
    long sum = (1L << 61) - (1L << 30);
    assertThat(NewTopic.inOneStep(Integer.MAX_VALUE)).isEqualTo(sum);
  }

  // 46340 x 46341 = 2147441940 is an int; 46341 x 46342 = 2147534622 is above 2^31 - 1, and becomes
  // that minus 2^32. 65536 x 65537 = 2^32 + 2^16, of which an int keeps the 2^16.
  @Test
  @DisplayName("is wrong from where the product of two ints overflows")
  void overflow() {
    long wrapped = 2_147_534_622L - (1L << 32);
    assertThat(NewTopic.overflowing(46_340)).isEqualTo(2_147_441_940L / 2);
    assertThat(NewTopic.overflowing(46_341)).isEqualTo(wrapped / 2);
    assertThat(NewTopic.byAdding(46_341)).isEqualTo(2_147_534_622L / 2);
    assertThat(NewTopic.overflowing(65_536)).isEqualTo(1 << 15);
  }

  @Test
  @DisplayName("is printed for a number of the reader's own, and for one that overflows")
  void output() {
    Printed four = Printed.by(new NewTopic(), "4");
    assertThat(four.status()).isZero();
    assertThat(four.out().lines())
        .containsExactly("n            4", "by adding    10", "overflowing  10", "in one step  10");

    Printed overflowing = Printed.by(new NewTopic());
    assertThat(overflowing.out()).startsWith("n            46341");
  }

  @Test
  @DisplayName("of what is no number is one clear line, and status 2")
  void wrongArguments() {
    Printed word = Printed.by(new NewTopic(), "x");
    assertThat(word.status()).isEqualTo(2);
    assertThat(word.err()).endsWith(": N must be a whole number, and was 'x'\n");

    Printed large = Printed.by(new NewTopic(), "1000000000");
    assertThat(large.status()).isEqualTo(2);
    assertThat(large.err())
        .endsWith(": N must be a whole number from 0 to 999999999, and was '1000000000'\n");
  }
}
