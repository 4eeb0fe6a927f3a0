package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

@DisplayName("The methods")
class MethodTest {

  private static final List<Method> METHODS = Method.ALL;
  private static final List<Method> OTHER_METHODS = Method.forSteps(Steps.of(1, 3, 5));

  @ParameterizedTest(name = "{0}")
  @FieldSource({"METHODS", "OTHER_METHODS"})
  @DisplayName("know one way to climb no steps, and refuse fewer")
  void lowEnd(Method method) {
    assertThat(method.body().ways(0, new Counter())).isEqualTo(1);
    assertThatThrownBy(() -> method.body().ways(-3, new Counter()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be 0 or more, and was -3");
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource({"METHODS", "OTHER_METHODS"})
  @DisplayName("count themselves as one call at least")
  void calls(Method method) {
    Counter counter = new Counter();
    method.body().ways(1, counter);
    assertThat(counter.calls()).isEqualTo(1);
  }

  @Test
  @DisplayName("agree on numbers far beyond any processor's type")
  void agree() {
    for (int n : new int[] {92, 93, 255, 256, 257, 1000, 1999, 2000}) {
      BigInteger expected = TwoVariables.ways(n, new Counter());
      for (Method method : Method.ALL.subList(1, Method.ALL.size())) {
        assertThat(method.body().ways(n, new Counter()))
            .as("%s, n = %d", method.name(), n)
            .isEqualTo(expected);
      }
      for (Method method : Method.forSteps(Steps.ONE_OR_TWO)) {
        assertThat(method.body().ways(n, new Counter()))
            .as("%s, n = %d", method.name(), n)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  @DisplayName("naive recursion: the number of calls is itself exponential, 2 ways(n) - 1")
  void naiveCalls() {
    // Every call ends in a 1 or makes two more: a binary tree with ways(n) leaves, which has
    // ways(n) - 1 inner nodes, each of them one addition.
    for (int n = 0; n <= 20; n++) {
      Counter counter = new Counter();
      long ways = NaiveRecursion.ways(n, counter).longValueExact();
      assertThat(counter.calls()).as("calls for n = %d", n).isEqualTo(2 * ways - 1);
      assertThat(counter.additions()).as("additions for n = %d", n).isEqualTo(ways - 1);
      assertThat(counter.multiplications()).isZero();
    }
  }

  @Test
  @DisplayName("memo: 2n - 1 calls and n - 1 additions")
  void memoCalls() {
    // Each of 2..n is worked out once, with two calls; and there is the first call.
    for (int n = 1; n <= 50; n++) {
      Counter counter = new Counter();
      Memo.ways(n, counter);
      assertThat(counter.calls()).as("calls for n = %d", n).isEqualTo(2 * n - 1);
      assertThat(counter.operations()).as("additions for n = %d", n).isEqualTo(n - 1);
    }
  }

  @Test
  @DisplayName("table and two variables: one call and n - 1 additions")
  void loops() {
    for (int n = 1; n <= 50; n++) {
      for (Method.Body body : List.<Method.Body>of(Table::ways, TwoVariables::ways)) {
        Counter counter = new Counter();
        body.ways(n, counter);
        assertThat(counter.calls()).isEqualTo(1);
        assertThat(counter.additions()).as("additions for n = %d", n).isEqualTo(n - 1);
        assertThat(counter.multiplications()).isZero();
      }
    }
  }

  @Test
  @DisplayName("matrix power: 8 multiplications and 4 additions for each product of matrices")
  void matrixProducts() {
    for (int n = 1; n <= 1000; n++) {
      Counter counter = new Counter();
      MatrixPower.ways(n, counter);
      // A squaring for each binary digit after the first, and one product more where it is a 1.
      int products = digits(n) - 1 + Integer.bitCount(n) - 1;
      assertThat(counter.multiplications()).as("n = %d", n).isEqualTo(8L * products);
      assertThat(counter.additions()).as("n = %d", n).isEqualTo(4L * products);
    }
  }

  @Test
  @DisplayName("fast doubling: 3 multiplications for each binary digit; two squares: 2")
  void doublings() {
    for (int n = 1; n <= 1000; n++) {
      Counter three = new Counter();
      FastDoubling.ways(n, three);
      assertThat(three.multiplications()).as("n = %d", n).isEqualTo(3L * digits(n));
      // Three for a doubling, and one for the step after it where the digit is a 1.
      assertThat(three.additions()).as("n = %d", n).isEqualTo(3L * digits(n) + Integer.bitCount(n));
      Counter two = new Counter();
      TwoSquares.ways(n, two);
      assertThat(two.multiplications()).as("n = %d", n).isEqualTo(2L * digits(n));
      assertThat(two.additions()).as("n = %d", n).isEqualTo(5L * digits(n) + Integer.bitCount(n));
    }
  }

  @Test
  @DisplayName("fast doubling multiplies as it is told to")
  void parallel() {
    assertThat(FastDoubling.ways(100_000, new Counter(BigInteger::parallelMultiply)))
        .isEqualTo(FastDoubling.ways(100_000, new Counter()));
    assertThat(FastDoubling.ways(5, new Counter((_, _) -> BigInteger.ZERO))).isEqualTo(0);
  }

  @Test
  @DisplayName("sliding window: an addition for each step and each size")
  void window() {
    Counter counter = new Counter();
    SlidingWindow.ways(Steps.of(1, 3, 5), 100, counter);
    assertThat(counter.calls()).isEqualTo(1);
    assertThat(counter.additions()).isEqualTo(300);
    assertThat(counter.multiplications()).isZero();
  }

  @Test
  @DisplayName(
      "linear recurrence: k^2 multiplications for each binary digit of n, and k at the end")
  void polynomials() {
    for (int k = 1; k <= 8; k++) {
      for (int n : new int[] {1, 2, 3, 100, 1023, 1024}) {
        Counter counter = new Counter();
        LinearRecurrence.ways(Steps.upTo(k), n, new Exact(counter));
        assertThat(counter.multiplications())
            .as("steps 1 to %d, n = %d", k, n)
            .isEqualTo((long) k * k * digits(n) + k);
        // To square: k^2. To reduce: k for each of k - 1 coefficients, and k more after an odd
        // digit. The first numbers: less than k for each of k. The sum at the end: k.
        assertThat(counter.additions())
            .as("steps 1 to %d, n = %d", k, n)
            .isEqualTo(
                ((long) k * k + k * (k - 1)) * digits(n)
                    + (long) k * Integer.bitCount(n)
                    + k * (k - 1) / 2
                    + k);
      }
    }
  }

  @Test
  @DisplayName("say why they are not run")
  void obstacles() {
    // 5942430145 = 2 * 2971215073 - 1; ways(1000) is 7033...5501, with 209 digits.
    assertThat(Method.ALL.stream().map(method -> method.obstacle().apply(46)))
        .containsExactly(
            "would make 5942430145 calls",
            "would nest 46 calls, and a stack ends",
            "would keep 46 numbers, most of them long",
            "would add long numbers 45 times",
            "its numbers get too long",
            "its numbers get too long",
            "its numbers get too long");
    Method naive = Method.ALL.getFirst();
    assertThat(naive.obstacle().apply(1000)).isEqualTo("would make more than 10^208 calls");
    // ways(91) is 7540113804746346429: the last that fits a long.
    assertThat(naive.obstacle().apply(91)).isEqualTo("would make 15080227609492692857 calls");
    // ways(92) is 12200160415121876738, with 20 digits.
    assertThat(naive.obstacle().apply(92)).isEqualTo("would make more than 10^19 calls");
  }

  @Test
  @DisplayName("for other steps are taken less far, the larger the steps are")
  void limits() {
    assertThat(Method.forSteps(Steps.of(1, 2)).stream().map(Method::limit))
        .containsExactly(20_000, 1_000_000);
    assertThat(Method.forSteps(Steps.of(100)).stream().map(Method::limit))
        .containsExactly(400, 400);
  }

  private static int digits(int n) {
    return Integer.toBinaryString(n).length();
  }
}
