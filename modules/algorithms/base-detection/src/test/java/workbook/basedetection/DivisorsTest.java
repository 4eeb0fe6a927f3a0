package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DivisorsTest {

  @ParameterizedTest
  @CsvSource({"6, 9, 42, 13", "11, 11, 121, 3", "2, 2, 2, 0"})
  @DisplayName("The samples of 'Multiply', ICPC Taejon 2002, problem B")
  void publishedSamples(String p, String q, String r, int base) {
    Equation equation = Equation.of(p, q, r);
    assertThat(Divisors.bases(equation).bases().smallest(16)).isEqualTo(base);
    assertThat(Search.smallest(equation, 16).bases().smallest(16)).isEqualTo(base);
  }

  @Test
  @DisplayName("p, q, r below 64, bases to 36: the answer that Integer.parseInt gives")
  void sameAsTheJdk() {
    for (int p = 0; p < 64; p++) {
      for (int q = 0; q < 64; q++) {
        for (int r = 0; r < 64; r++) {
          // Three numbers of two digits fit an int in every radix: 36^4 < 2^31.
          Equation equation = Equation.of("" + p, "" + q, "" + r);
          int expected = FirstTry.ints(equation, Character.MAX_RADIX);
          int actual = Divisors.bases(equation).bases().smallest(Character.MAX_RADIX);
          if (expected != actual) {
            Assertions.assertEquals(expected, actual, equation.toString());
          }
        }
      }
    }
  }

  @Test
  @Tag("solutions")
  @DisplayName("Every true equation of p, q below 30, and others: what the search finds")
  void sameAsTheSearch() {
    for (int p = 0; p < 30; p++) {
      for (int q = p; q < 30; q++) {
        Equation any = Equation.of("" + p, "" + q, "0");
        // Two columns of two products each: none is above 162.
        for (int base = any.lowestBase(); base <= 170; base++) {
          StringBuilder r = new StringBuilder();
          for (long v = any.p().value(base).longValue() * any.q().value(base).longValue();
              v > 0;
              v /= base) {
            r.insert(0, Math.min(9, v % base));
          }
          r.append(r.isEmpty() ? "0" : "");
          assertSameAsSearch(Equation.of("" + p, "" + q, r.toString()), 170);
        }
      }
    }
  }

  @Test
  @DisplayName("6,000 random equations, many of them made true: what the search finds")
  void sameAsTheSearchOnRandomOnes() {
    long seed = 1331;
    RandomEquations equations = new RandomEquations(seed, 7);
    int none = 0;
    int one = 0;
    int from = 0;
    for (int i = 0; i < 6_000; i++) {
      Equation equation = equations.next();
      switch (assertSameAsSearch(equation, 600)) {
        case Bases.None() -> none++;
        case Bases.One(_) -> one++;
        case Bases.From(_) -> from++;
      }
    }
    // Each kind is there in number, or the comparison would say little.
    assertThat(none).as("in no base, seed %d", seed).isGreaterThan(300);
    assertThat(one).as("in one base, seed %d", seed).isGreaterThan(300);
    assertThat(from).as("in every base, seed %d", seed).isGreaterThan(150);
  }

  /// No column of seven digits or fewer is above 7 * 81, so a limit of 600 hides no base.
  private static Bases assertSameAsSearch(Equation equation, int limit) {
    Bases bases = Divisors.bases(equation).bases();
    int expected = Search.smallest(equation, limit).bases().smallest(limit);
    if (expected != bases.smallest(limit)) {
      Assertions.assertEquals(expected, bases.smallest(limit), equation.toString());
    }
    return bases;
  }

  @Test
  @DisplayName("A base above the limit of 40 is found: 9 x 9 = 10 in base 81")
  void aboveTheLimit() {
    // One column, 81, and nothing left in it: 81 = 1 * B.
    assertThat(Divisors.bases(Equation.of("9", "9", "10")).bases()).isEqualTo(new Bases.One(81));
  }

  @Test
  @DisplayName("A divisor that is no larger than a digit is no base: 9 x 2 = 28 would need base 5")
  void tooSmallForADigit() {
    // 18 = 2B + 8 has the root 5, and 8 is no digit there.
    assertThat(Divisors.bases(Equation.of("9", "2", "28")).bases()).isEqualTo(new Bases.None());
    // 3 * 3 = 9 = 2B + 3 has the root 3, and 3 is no digit there.
    assertThat(Divisors.bases(Equation.of("3", "3", "23")).bases()).isEqualTo(new Bases.None());
    // 2 * 3 = 6 = 1B + 2, root 4: the smallest base that the digit 3 allows.
    assertThat(Divisors.bases(Equation.of("2", "3", "12")).bases()).isEqualTo(new Bases.One(4));
  }

  @Test
  @DisplayName("A base whose square is left over is tried: 100 = 10 * 10")
  void squareOfTheBase() {
    // Marks of a Golomb ruler: no two differences are equal. With a 3 at each mark, and the same
    // backwards, the middle column is 12 * 9 = 108 and every other column 0 or 9. In base 10 the
    // middle digit is 8, and what is left over below all carries is 100.
    BigInteger p = BigInteger.ZERO;
    BigInteger q = BigInteger.ZERO;
    for (int mark : new int[] {0, 2, 6, 24, 29, 40, 43, 55, 68, 75, 76, 85}) {
      p = p.add(BigInteger.TEN.pow(mark).multiply(BigInteger.valueOf(3)));
      q = q.add(BigInteger.TEN.pow(85 - mark).multiply(BigInteger.valueOf(3)));
    }
    Equation equation = Equation.of(p.toString(), q.toString(), p.multiply(q).toString());
    assertThat(Difference.of(equation).toString()).startsWith("100B^85 ");
    assertThat(Divisors.bases(equation).bases()).isEqualTo(new Bases.One(10));
  }

  @Test
  void zeroTimesAnything() {
    assertThat(Divisors.bases(Equation.of("0", "0", "0")).bases()).isEqualTo(new Bases.From(2));
    assertThat(Divisors.bases(Equation.of("0", "9", "000")).bases()).isEqualTo(new Bases.From(10));
    assertThat(Divisors.bases(Equation.of("0", "9", "1")).bases()).isEqualTo(new Bases.None());
    assertThat(Divisors.bases(Equation.of("1", "1", "1")).bases()).isEqualTo(new Bases.From(2));
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8, 9, 10})
  @DisplayName("10,000 digits: the base is found, and one changed digit leaves none")
  void tenThousandDigits(int base) {
    Random random = new Random(base);
    String p = digits(random, base);
    String q = digits(random, base);
    String r = new BigInteger(p, base).multiply(new BigInteger(q, base)).toString(base);
    Answer right =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(20), () -> Divisors.bases(Equation.of(p, q, r)));
    assertThat(right.bases()).isEqualTo(new Bases.One(base));
    char other = r.charAt(9_999) == '1' ? '2' : '1';
    String changed = r.substring(0, 9_999) + other + r.substring(10_000);
    assertThat(Divisors.bases(Equation.of(p, q, changed)).bases()).isEqualTo(new Bases.None());
    assertThat(right.steps()).isLessThan(2L * (p.length() + q.length()));
  }

  private static String digits(Random random, int base) {
    StringBuilder text = new StringBuilder("1");
    while (text.length() < 10_000) {
      text.append((char) ('0' + random.nextInt(base)));
    }
    return text.toString();
  }

  @Test
  @DisplayName("10,000 digits and a base far above them: 10000 x 81 in one column")
  void largeBaseOfLongOperands() {
    // 99..9 x 99..9 and 0 where it is widest: 810,000 carried out of one column, and no other
    // column agrees. The one step of the check finds that out.
    String nines = "9".repeat(10_000);
    assertThat(Divisors.bases(Equation.of(nines, nines, "0")).bases()).isEqualTo(new Bases.None());
    // 9 at the ends of p and of q only, 5,000 apart: columns 81, 162 and 81. In base 81: 81 is 10,
    // and 162 is 20.
    String ends = "9" + "0".repeat(4_999) + "9";
    String r = "10" + "0".repeat(4_998) + "20" + "0".repeat(4_998) + "10";
    assertThat(Divisors.bases(Equation.of(ends, ends, r)).bases()).isEqualTo(new Bases.One(81));
  }

  @Test
  @DisplayName("The search costs as much as the limit is high; the divisors know no limit")
  void counted() {
    Equation never = Equation.of("2", "2", "2");
    // Three digits in each base from 3 on.
    assertThat(Search.smallest(never, 40)).isEqualTo(new Answer(new Bases.None(), 38, 114));
    assertThat(Search.smallest(never, 100_000))
        .isEqualTo(new Answer(new Bases.None(), 99_998, 299_994));
    assertThat(Divisors.bases(never).steps()).isLessThanOrEqualTo(1 + 1 + 1);

    Equation once = Equation.of("6", "9", "42");
    // Bases 10, 11, 12, 13, four digits each.
    assertThat(Search.smallest(once, 40)).isEqualTo(new Answer(new Bases.One(13), 4, 16));
    // 52: divisors 1, 2, 3, 4 looked at; 52 divides 52 but leaves a carry of 1 - 4; so does 26, 2
    // - 4; 13 leaves 4 - 4. Two columns each.
    assertThat(Divisors.bases(once)).isEqualTo(new Answer(new Bases.One(13), 3, 4 + 2 + 2 + 2));
  }

  @Test
  @DisplayName("Steps stay below columns + root of the surplus + candidates * columns")
  void bounded() {
    RandomEquations equations = new RandomEquations(5, 40);
    for (int i = 0; i < 2_000; i++) {
      Equation equation = equations.next();
      Answer answer = Divisors.bases(equation);
      long columns = Difference.of(equation).length();
      double root = Math.sqrt(81.0 * columns);
      assertThat(answer.steps())
          .as("%s", equation)
          .isLessThanOrEqualTo((long) (columns + root + answer.tried() * columns));
      assertThat((double) answer.tried()).as("%s", equation).isLessThanOrEqualTo(2 * root);
    }
  }

  @Test
  void searchEndsAtTheLargestInt() {
    Equation equation = Equation.of("1", "1", "0");
    assertThat(Search.smallest(Equation.of("1", "1", "1"), Integer.MAX_VALUE).tried()).isEqualTo(1);
    assertThat(Search.smallest(equation, 2).tried()).isEqualTo(1);
    assertThat(Search.smallest(equation, 1).tried()).isZero();
  }
}
