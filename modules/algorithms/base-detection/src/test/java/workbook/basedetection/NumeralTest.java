package workbook.basedetection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

  @ParameterizedTest
  @CsvSource({"0, 0", "000, 0", "007, 7", "070, 70", "42, 42", "100200, 100200"})
  @DisplayName("Leading zeros are dropped, other zeros stay")
  void leadingZeros(String written, String digits) {
    assertThat(new Numeral(written).digits()).isEqualTo(digits);
    assertThat(new Numeral(written)).isEqualTo(new Numeral(digits));
  }

  @Test
  void digitsAreCountedFromTheRight() {
    Numeral numeral = new Numeral("0472");
    assertThat(numeral.length()).isEqualTo(3);
    assertThat(numeral.digit(0)).isEqualTo(2);
    assertThat(numeral.digit(1)).isEqualTo(7);
    assertThat(numeral.digit(2)).isEqualTo(4);
    assertThat(numeral.digit(3)).isZero();
    assertThat(numeral.digit(1000)).isZero();
    assertThat(numeral.largestDigit()).isEqualTo(7);
    assertThat(new Numeral("0").largestDigit()).isZero();
  }

  @Test
  @DisplayName("The value is what BigInteger reads in that radix, for every radix that it has")
  void value() {
    String digits = "1203021";
    for (int radix = 4; radix <= Character.MAX_RADIX; radix++) {
      assertThat(new Numeral(digits).value(radix))
          .as("%s in base %d", digits, radix)
          .isEqualTo(new BigInteger(digits, radix));
    }
    // 1 * 1000^2 + 9 * 1000 + 5
    assertThat(new Numeral("195").value(1000)).isEqualTo(1_009_005);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          6A    | character 2 is 'A', and a digit is 0 to 9
          -6    | character 1 is '-', and a digit is 0 to 9
          1.5   | character 2 is '.', and a digit is 0 to 9
          00x   | character 3 is 'x', and a digit is 0 to 9
          4/    | character 2 is '/', and a digit is 0 to 9
          4:    | character 2 is ':', and a digit is 0 to 9
          4~    | character 2 is '~', and a digit is 0 to 9
          '4 2' | character 2 is U+0020, and a digit is 0 to 9
          ４2    | character 1 is U+FF14, and a digit is 0 to 9
          ''    | there is no digit
          """,
      delimiter = '|')
  @DisplayName("What is not a digit is named, with its place; digits of other scripts are refused")
  void refused(String text, String message) {
    assertThatThrownBy(() -> new Numeral(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void aControlCharacterDoesNotReachTheMessage() {
    assertThatThrownBy(() -> new Numeral("4\n"))
        .hasMessage("character 2 is U+000A, and a digit is 0 to 9");
    assertThatThrownBy(() -> new Numeral("4\u007F"))
        .hasMessage("character 2 is U+007F, and a digit is 0 to 9");
  }

  @Test
  void lengthIsBounded() {
    assertThat(new Numeral("1".repeat(Numeral.MAX_DIGITS)).length()).isEqualTo(10_000_000);
    assertThatThrownBy(() -> new Numeral("1".repeat(Numeral.MAX_DIGITS + 1)))
        .hasMessage("10000001 digits, and at most 10000000 are read");
  }

  @Test
  void longNumeralsAreShortened() {
    assertThat(new Numeral("12345678901234567890")).hasToString("12345678901234567890");
    assertThat(new Numeral("123456789012345678901")).hasToString("123..901 (21 digits)");
  }
}
