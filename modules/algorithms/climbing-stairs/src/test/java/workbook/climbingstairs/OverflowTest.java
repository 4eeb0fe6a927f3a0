package workbook.climbingstairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What overflows where")
class OverflowTest {

  @Test
  @DisplayName("int is right up to 45, and then negative without a word")
  void wrappingInt() {
    assertThat(Overflow.wrappingInt(45)).isEqualTo(1_836_311_903);
    // 1134903170 + 1836311903 = 2971215073 = -1323752223 + 2^32
    assertThat(Overflow.wrappingInt(46)).isEqualTo(-1_323_752_223);
  }

  @Test
  @DisplayName("long is right up to 91")
  void wrappingLong() {
    assertThat(Overflow.wrappingLong(91)).isEqualTo(7_540_113_804_746_346_429L);
    // 12200160415121876738 - 2^64
    assertThat(Overflow.wrappingLong(92)).isEqualTo(-6_246_583_658_587_674_878L);
  }

  @Test
  @DisplayName("the checked int ends at 45 and says so")
  void checkedInt() {
    assertThat(Stream.iterate(0, n -> n <= Overflow.LAST_INT, n -> n + 1))
        .allSatisfy(n ->
            assertThat(BigInteger.valueOf(Overflow.checkedInt(n)))
                .isEqualTo(TwoVariables.ways(n, new Counter())));
    assertThatThrownBy(() -> Overflow.checkedInt(46))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("ways(46) does not fit an int: the last n whose number of ways does is 45");
    assertThatThrownBy(() -> Overflow.checkedInt(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n must be 0 or more, and was -1");
  }

  @Test
  @DisplayName("the checked long ends at 91 and says so")
  void checkedLong() {
    assertThat(Overflow.checkedLong(0)).isEqualTo(1);
    assertThat(Overflow.checkedLong(91)).isEqualTo(7_540_113_804_746_346_429L);
    assertThatThrownBy(() -> Overflow.checkedLong(92))
        .isInstanceOf(ArithmeticException.class)
        .hasMessage("ways(92) does not fit a long: the last n whose number of ways does is 91");
    assertThatThrownBy(() -> Overflow.checkedLong(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("the limits are those of the types")
  void limits() {
    BigInteger largestInt = BigInteger.valueOf(Integer.MAX_VALUE);
    assertThat(TwoVariables.ways(Overflow.LAST_INT, new Counter())).isLessThan(largestInt);
    assertThat(TwoVariables.ways(Overflow.LAST_INT + 1, new Counter())).isGreaterThan(largestInt);
    BigInteger largestLong = BigInteger.valueOf(Long.MAX_VALUE);
    assertThat(TwoVariables.ways(Overflow.LAST_LONG, new Counter())).isLessThan(largestLong);
    assertThat(TwoVariables.ways(Overflow.LAST_LONG + 1, new Counter())).isGreaterThan(largestLong);
  }

  @Test
  @DisplayName("double loses its last digits at 78: the first odd number of ways above 2^53")
  void rounding() {
    // 2^53 = 9007199254740992. ways(77) = 8944394323791464 is below, ways(78) = 14472334024676221
    // is
    // above and odd; doubles up there are even.
    assertThat(Overflow.rounding(77)).isEqualTo(8_944_394_323_791_464.0);
    assertThat(NumberType.DOUBLE.lastRight()).isEqualTo(77);
  }

  @Test
  @DisplayName("the last right n of each type is found by trying")
  void lastRight() {
    assertThat(NumberType.INT.lastRight()).isEqualTo(45);
    assertThat(NumberType.LONG.lastRight()).isEqualTo(91);
    assertThat(Overflow.lastRight(_ -> BigInteger.ONE)).isEqualTo(1);
    assertThat(Overflow.lastRight(_ -> BigInteger.TEN)).isEqualTo(-1);
  }

  @Test
  @DisplayName("Binet's formula in double is right up to 69, and 1 too high at 70")
  void binet() {
    // A000045(70) = 190392490709135 and A000045(71) = 308061521170129.
    assertThat(Binet.ways(69)).isEqualTo(190_392_490_709_135.0);
    assertThat(Binet.ways(70)).isEqualTo(308_061_521_170_130.0);
    assertThat(Binet.firstWrong()).isEqualTo(70);
    assertThat(NumberType.BINET.lastRight()).isEqualTo(69);
    assertThatThrownBy(() -> Binet.ways(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("every type has its own name and its own answer for 93")
  void types() {
    // ways(93) = 19740274219868223167; less 2^64 in a long, and its low 32 bits in an int.
    BigInteger right = new BigInteger("19740274219868223167");
    assertThat(NumberType.INT.ways(93)).isEqualTo(BigInteger.valueOf(right.intValue()));
    assertThat(NumberType.LONG.ways(93)).isEqualTo(BigInteger.valueOf(right.longValue()));
    assertThat(NumberType.DOUBLE.ways(93)).isNotEqualTo(right);
    assertThat(Stream.of(NumberType.values()).map(NumberType::label))
        .containsExactly("int", "long", "double", "Binet in double");
  }
}
