package workbook.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("UTF-8 with room for half a surrogate pair")
class WideUtf8Test {

  private static final long SEED = 20251;

  @Test
  @DisplayName("is UTF-8 for whole characters, and WTF-8 for halves")
  void published() {
    assertThat(hex("A\u00E9\u8BED\uD83D\uDE42"))
        .isEqualTo("41 C3A9 E8AFAD F09F9982".replace(" ", ""));
    // The first and the last surrogate: 1101 100000 000000 and 1101 111111 111111, in three bytes
    // as UTF-8 would do it if it were allowed to.
    assertThat(hex("\uD800")).isEqualTo("EDA080");
    assertThat(hex("\uDFFF")).isEqualTo("EDBFBF");
    // A low half before a high one is no pair.
    assertThat(hex("\uDE42\uD83D")).isEqualTo("EDB982EDA0BD");
  }

  @Test
  @DisplayName("of every whole character is what the JDK makes of it")
  void everyCharacter() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String text = Character.toString(c);
        if (!java.util.Arrays.equals(
            WideUtf8.encode(text), text.getBytes(StandardCharsets.UTF_8))) {
          throw new AssertionError("U+%04X: %s".formatted(c, hex(text)));
        }
      }
    }
  }

  @Test
  @DisplayName("gets every string back")
  void roundTrip() {
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      String text = RandomText.any(random);
      assertThat(decoded(WideUtf8.encode(text))).as("seed %d, string %d", SEED, i).isEqualTo(text);
    }
  }

  @Test
  @DisplayName("makes of bytes that are no text what the JDK makes of them")
  void noText() {
    Random random = new Random(SEED);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = new byte[random.nextInt(8)];
      random.nextBytes(bytes);
      String jdk = new String(bytes, StandardCharsets.UTF_8);
      if (!HexFormat.of().formatHex(bytes).contains("ed")) {
        assertThat(decoded(bytes))
            .as("seed %d, %s", SEED, HexFormat.of().formatHex(bytes))
            .isEqualTo(jdk);
      }
    }
    // Half of what would be a surrogate.
    assertThat(decoded((byte) 0xED, (byte) 0xA0)).isEqualTo("\uFFFD");
    assertThat(decoded((byte) 0xED, (byte) 0xA0, (byte) 'x')).isEqualTo("\uFFFDx");
    assertThat(decoded((byte) 0xED, (byte) 0x9F, (byte) 0xBF)).isEqualTo("\uD7FF");
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(WideUtf8.encode(text));
  }

  private static String decoded(byte... bytes) {
    WideUtf8.Decoder decoder = new WideUtf8.Decoder();
    decoder.bytes(bytes);
    return decoder.toString();
  }
}
