package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A padding")
class PaddingTest {

  @ParameterizedTest
  @CsvSource({
    // No count, and one larger than a block though the data are long enough for it.
    "PKCS7, 0102030405060700",
    "ISO_10126, 0102030405060700",
    "ISO_10126, 01020304050607080102030405060709",
    "ANSI_X923, 00000000000000000000000000000009",
    "PKCS7, 09090909090909090909090909090909",
    // Not all of the added bytes are what they must be.
    "PKCS7, 0102030405020303",
    "ANSI_X923, 0102030405000103",
    // No mark, another one, and one that is more than a block away.
    "ISO_97971, 0000000000000000",
    "ISO_97971, 0102030405067f00",
    "ISO_97971, 01020304050607800000000000000000",
    "PKCS7, ''",
  })
  @DisplayName("that is none is refused")
  void wrong(Padding padding, String hex) {
    assertThatThrownBy(() -> padding.remove(HexFormat.of().parseHex(hex), 8), "%s %s", padding, hex)
        .isInstanceOf(Padding.WrongPadding.class);
  }

  @ParameterizedTest
  @CsvSource({
    "PKCS7, 0102030405030303, 5",
    "PKCS7, 0808080808080808, 0",
    "ANSI_X923, 0102030405000003, 5",
    "ISO_10126, 0102030405aabb03, 5",
    "ISO_97971, 0102030405800000, 5",
    "ISO_97971, 0102030405060780, 7",
    "ISO_97971, 8000000000000000, 0",
    "ZERO, 0102030405000000, 5",
    "ZERO, 0102030405060708, 8",
    "NONE, 0102030405000000, 8",
  })
  @DisplayName("is what stands behind the text")
  void right(Padding padding, String hex, int length) {
    assertThat(padding.textLength(HexFormat.of().parseHex(hex), 8))
        .as("%s %s", padding, hex)
        .isEqualTo(length);
  }
}
