package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void smallOnesByHand() {
    // 12 x 34: 2*4 | 1*4 + 2*3 | 1*3
    assertThat(Columns.of(new Numeral("12"), new Numeral("34"))).containsExactly(8, 10, 3);
    assertThat(Columns.of(new Numeral("6"), new Numeral("9"))).containsExactly(54);
    assertThat(Columns.of(new Numeral("0"), new Numeral("99"))).containsExactly(0, 0);
    assertThat(Columns.of(new Numeral("100"), new Numeral("10"))).containsExactly(0, 0, 0, 1);
  }

  @Test
  @DisplayName("Random operands: the same columns as two loops over the digits give")
  void sameAsTwoLoops() {
    long seed = 20021;
    Random random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      Numeral p = random(random, 1 + random.nextInt(60));
      Numeral q = random(random, 1 + random.nextInt(60));
      int[] expected = new int[p.length() + q.length() - 1];
      for (int j = 0; j < p.length(); j++) {
        for (int k = 0; k < q.length(); k++) {
          expected[j + k] += p.digit(j) * q.digit(k);
        }
      }
      assertThat(Columns.of(p, q)).as("%s x %s, seed %d", p, q, seed).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("Carrying 10,000 digits' columns in base 10 gives the product that BigInteger gives")
  void carriedInBase10() {
    Random random = new Random(20022);
    Numeral p = random(random, 10_000);
    Numeral q = random(random, 10_000);
    int[] columns = Columns.of(p, q);
    StringBuilder digits = new StringBuilder();
    long carry = 0;
    for (int column : columns) {
      carry += column;
      digits.append(carry % 10);
      carry /= 10;
    }
    digits.append(new StringBuilder(Long.toString(carry)).reverse());
    String product = new BigInteger(p.digits()).multiply(new BigInteger(q.digits())).toString();
    assertThat(new Numeral(digits.reverse().toString()).digits()).isEqualTo(product);
  }

  @Test
  @DisplayName("Nines make the largest column: 81 for each digit of the shorter operand")
  void largestColumn() {
    Numeral nines = new Numeral("9".repeat(5000));
    int[] columns = Columns.of(nines, nines);
    assertThat(columns[4999]).isEqualTo(81 * 5000);
    assertThat(columns[0]).isEqualTo(81);
    assertThat(columns[9998]).isEqualTo(81);
  }

  private static Numeral random(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return new Numeral(text.toString());
  }
}
