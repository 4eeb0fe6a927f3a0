package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.topictest.Peer;

@Tag("peers")
@DisplayName("Programs that nobody here wrote give the same numbers")
class PeersTest {

  private static final Peer BC = new Peer("bc", "sudo apt-get install bc");

  @Test
  @DisplayName("bc adds up the first 2,000 numbers of ways")
  void bc() {
    String program =
        """
        a = 0; b = 1
        for (n = 0; n < 2000; n++) { print b, "\\n"; c = a + b; a = b; b = c }
        """;
    List<BigInteger> numbers =
        BC.run(program).replace("\\\n", "").lines().map(BigInteger::new).toList();
    assertThat(numbers)
        .isEqualTo(
            IntStream.range(0, 2000).mapToObj(n -> FastDoubling.ways(n, new Counter())).toList());
  }

  @Test
  @DisplayName("bc adds up for steps of 2, 3 or 7")
  void bcSteps() {
    String program =
        """
        w[0] = 1
        for (n = 1; n < 500; n++) {
          if (n >= 2) w[n] += w[n - 2]
          if (n >= 3) w[n] += w[n - 3]
          if (n >= 7) w[n] += w[n - 7]
        }
        for (n = 0; n < 500; n++) { print w[n], "\\n" }
        """;
    List<BigInteger> numbers =
        BC.run(program).replace("\\\n", "").lines().map(BigInteger::new).toList();
    assertThat(numbers)
        .isEqualTo(
            IntStream.range(0, 500)
                .mapToObj(
                    n -> LinearRecurrence.ways(Steps.of(2, 3, 7), n, new Exact(new Counter())))
                .toList());
  }

  @Test
  @DisplayName("GMP: every digit for n = 1,000,000")
  void gmpMillion() {
    String hex = Gmp.run("print(gmpy2.fib(1000001).digits(16))");
    assertThat(FastDoubling.ways(1_000_000, new Counter())).isEqualTo(new BigInteger(hex, 16));
    assertThat(TwoSquares.ways(1_000_000, new Counter())).isEqualTo(new BigInteger(hex, 16));
  }

  @Test
  @DisplayName("GMP: the ends for n = 1,000,000 and for n = 10,000,000, from all the digits")
  void gmpEnds() {
    for (int n : new int[] {1_000_000, 10_000_000}) {
      String ends =
          Gmp.run("s = gmpy2.fib(%d).digits(10); print(len(s), s[:10], s[-10:])".formatted(n + 1));
      Ends found = Ends.ofWays(Steps.ONE_OR_TWO, n);
      assertThat("%d %s %s".formatted(found.digits(), found.first(), found.last())).isEqualTo(ends);
    }
  }
}
