package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The ends of a number")
class EndsTest {

  @Test
  @DisplayName("are those that BigInteger writes, for 2,000 numbers of up to 2,000 bits")
  void sameAsToString() {
    long seed = 70;
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      assertEnds(new BigInteger(random.nextInt(2_000), random));
    }
  }

  @Test
  @DisplayName("are right around powers of ten, where the number of digits changes")
  void powersOfTen() {
    for (int power = 0; power <= 400; power++) {
      BigInteger ten = BigInteger.TEN.pow(power);
      assertEnds(ten);
      assertEnds(ten.subtract(BigInteger.ONE));
      assertEnds(ten.add(BigInteger.ONE));
    }
  }

  private static void assertEnds(BigInteger value) {
    String all = value.toString();
    Ends ends = Ends.of(value);
    assertThat(ends.digits()).as(all).isEqualTo(all.length());
    assertThat(ends.first()).as(all).isEqualTo(all.substring(0, Math.min(10, all.length())));
    assertThat(ends.last()).as(all).isEqualTo(all.substring(Math.max(0, all.length() - 10)));
    String shown =
        all.length() <= 20 ? all : all.substring(0, 10) + "..." + all.substring(all.length() - 10);
    assertThat(ends).hasToString(shown);
    assertThat(ends.isCut()).as(all).isEqualTo(all.length() > 20);
  }

  @Test
  @DisplayName("are found without the number, and are the same")
  void withoutTheNumber() {
    for (Steps steps :
        new Steps[] {
          Steps.ONE_OR_TWO, Steps.of(1, 3, 5), Steps.of(2, 4), Steps.of(1), Steps.upTo(9)
        }) {
      for (int n : new int[] {0, 1, 2, 40, 41, 100, 199, 1_000, 4_999}) {
        assertThat(Ends.ofWays(steps, n))
            .as("steps %s, n = %d", steps, n)
            .isEqualTo(Ends.of(SlidingWindow.ways(steps, n, new Counter())));
      }
    }
  }

  @Test
  @DisplayName("without the number: the digits of the 10^k-th Fibonacci number, OEIS A068070")
  void digitsOfFibonacciNumbers() {
    long[] published = {1, 2, 21, 209, 2_090, 20_899, 208_988, 2_089_877, 20_898_764, 208_987_640};
    for (int k = 0; k < published.length; k++) {
      // ways(n) is the Fibonacci number n + 1.
      int n = (int) Math.pow(10, k) - 1;
      assertThat(Ends.ofWays(Steps.ONE_OR_TWO, n).digits()).as("n = %d", n).isEqualTo(published[k]);
    }
  }

  @Test
  @DisplayName("without the number: more digits are kept when the first ones are not certain")
  void nearlyAPowerOfTen() {
    // With steps 1 to n there are 2^(n-1) ways.
    for (int n = 1; n <= 100; n++) {
      assertThat(Ends.ofWays(Steps.upTo(n), n)).isEqualTo(Ends.of(BigInteger.TWO.pow(n - 1)));
    }
  }

  @Test
  @DisplayName("no way at all is the number 0")
  void none() {
    Ends ends = Ends.ofWays(Steps.of(2, 4), 999_999_999);
    assertThat(ends).isEqualTo(new Ends(1, "0", "0")).hasToString("0");
  }

  @Test
  @DisplayName("a negative n is refused")
  void negative() {
    assertThatThrownBy(() -> Ends.ofWays(Steps.ONE_OR_TWO, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be 0 or more, and was -1");
  }
}
