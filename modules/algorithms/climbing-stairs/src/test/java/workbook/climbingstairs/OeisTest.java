package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The published numbers of the OEIS")
class OeisTest {

  private static final List<Method> METHODS = Method.ALL;

  private static List<Oeis> sequences() {
    return Oeis.all();
  }

  @Test
  @DisplayName("are there, for seven sets of steps")
  void areThere() {
    assertThat(sequences()).hasSize(7).allMatch(sequence -> sequence.ways().size() > 30);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("METHODS")
  @DisplayName("come out of every method for steps of 1 or 2")
  void methodGivesTheFibonacciNumbers(Method method) {
    List<BigInteger> published = Oeis.all().getFirst().ways();
    // A000045(24) = 46368 is the largest that the naive recursion is asked for.
    for (int n = 0; n < (method.limit() < 1000 ? 24 : published.size()); n++) {
      assertThat(method.body().ways(n, new Counter()))
          .as("%s, n = %d", method.name(), n)
          .isEqualTo(published.get(n));
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  @DisplayName("come out of the sliding window")
  void slidingWindow(Oeis sequence) {
    for (int n = 0; n < sequence.ways().size(); n++) {
      assertThat(SlidingWindow.ways(sequence.steps(), n, new Counter()))
          .as("n = %d", n)
          .isEqualTo(sequence.ways().get(n));
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  @DisplayName("come out of the linear recurrence")
  void linearRecurrence(Oeis sequence) {
    for (int n = 0; n < sequence.ways().size(); n++) {
      assertThat(LinearRecurrence.ways(sequence.steps(), n, new Exact(new Counter())))
          .as("n = %d", n)
          .isEqualTo(sequence.ways().get(n));
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  @DisplayName("come out of the linear recurrence modulo 10, as their last digits")
  void lastDigits(Oeis sequence) {
    for (int n = 0; n < sequence.ways().size(); n++) {
      Modulo modulo10 = new Modulo(BigInteger.TEN, new Counter());
      assertThat(LinearRecurrence.ways(sequence.steps(), n, modulo10))
          .as("n = %d", n)
          .isEqualTo(sequence.ways().get(n).mod(BigInteger.TEN));
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  @DisplayName("come out when the ways are listed and counted")
  void listing(Oeis sequence) {
    for (int n = 0; n <= 15; n++) {
      assertThat(Ways.all(sequence.steps(), n).count())
          .as("n = %d", n)
          .isEqualTo(sequence.ways().get(n).longValueExact());
    }
  }

  @ParameterizedTest
  @MethodSource("sequences")
  @DisplayName("come out of the ends, which are the whole number while it is short")
  void ends(Oeis sequence) {
    for (int n = 0; n < sequence.ways().size(); n++) {
      assertThat(Ends.ofWays(sequence.steps(), n))
          .as("n = %d", n)
          .hasToString(sequence.ways().get(n).toString())
          .isEqualTo(Ends.of(sequence.ways().get(n)));
    }
  }
}
