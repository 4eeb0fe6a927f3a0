package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static workbook.apidecryption.DecryptTest.CBC;
import static workbook.apidecryption.DecryptTest.CTR;
import static workbook.apidecryption.DecryptTest.ECB;
import static workbook.apidecryption.DecryptTest.IV;
import static workbook.apidecryption.DecryptTest.KEY;
import static workbook.apidecryption.DecryptTest.SALTED;
import static workbook.apidecryption.DecryptTest.assertRefused;
import static workbook.apidecryption.DecryptTest.cbc;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.topictest.Printed;

@DisplayName("What api-decryption/decrypt says of what does not decrypt")
class DiagnosisTest {

  private static final String LONG = "The first block, the second one, the third and a fourth 世界";

  @Test
  @DisplayName("a wrong phrase: what was seen, and that the reason cannot be known")
  void wrongPhrase() {
    Printed printed = Printed.by(new Decrypt(), SALTED, "Pass");
    assertThat(printed.err())
        .startsWith(
            "api-decryption/decrypt: what AES/CBC/Pkcs7 gives does not end in this padding: its last"
                + " byte ")
        .endsWith(
            "; the phrase, key or cipher is another, or the text is damaged: the bytes do not tell"
                + " which\n")
        .hasLineCount(1);
    assertThat(printed.out()).isEmpty();
    assertThat(printed.status()).isEqualTo(2);
  }

  @Test
  @DisplayName("a wrong mode or padding: which one gives text")
  void wrongMode() {
    assertThat(Printed.by(new Decrypt(), ECB, "--key", KEY, "--iv", IV).err())
        .endsWith("; it is text with AES/ECB/Pkcs7\n");
    assertThat(Printed.by(new Decrypt(), CTR, "--key", KEY, "--iv", IV).err())
        .endsWith("; it is text with AES/CFB/Pkcs7 or AES/CTR/Pkcs7 or AES/OFB/Pkcs7\n");
    assertThat(
            Printed.by(new Decrypt(), CBC, "--key", KEY, "--iv", IV, "--padding", "Iso97971").err())
        .endsWith("it does not end in 128 and then zeros only; it is text with AES/CBC/Pkcs7\n");
  }

  @Test
  @DisplayName("a wrong IV: the first block alone is damaged")
  void wrongIv() throws GeneralSecurityException {
    String text = cbc(LONG.getBytes(StandardCharsets.UTF_8));
    assertRefused(
        "what AES/CBC/Pkcs7 gives is no UTF-8 from byte 0 on: only the first block is not, so the"
            + " key is right and the IV is another",
        text,
        "--key",
        KEY,
        "--iv",
        "hex:ffeeddccbbaa99887766554433221100");
  }

  @Test
  @DisplayName("a damaged block: where")
  void damagedBlock() throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(cbc(LONG.getBytes(StandardCharsets.UTF_8)));
    bytes[17] ^= 1;
    assertThat(decrypted(bytes).err())
        .contains("so the key is right and the text is damaged there")
        .contains("only bytes 16 to 31 are not")
        .hasLineCount(1);
  }

  @Test
  @DisplayName("a text that lost its end: a piece is missing")
  void cut() throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(cbc(LONG.getBytes(StandardCharsets.UTF_8)));
    assertThat(decrypted(Arrays.copyOf(bytes, 48)).err())
        .endsWith("; it is text with AES/CBC/NoPadding, or a piece is missing at its end\n");
    byte[] damaged = bytes.clone();
    damaged[damaged.length - 1] ^= 1;
    assertThat(decrypted(damaged).err())
        .endsWith(
            "; the first 48 bytes are text, so the key is right: the end is damaged, or a piece is"
                + " missing\n");
    assertThat(decrypted(Arrays.copyOf(bytes, 47)).err())
        .endsWith(
            "the cipher text has 47 bytes, and CBC works on blocks of 16: a piece is missing, or the"
                + " mode is another\n");
  }

  private static Printed decrypted(byte[] bytes) {
    return Printed.by(
        new Decrypt(), Base64.getEncoder().encodeToString(bytes), "--key", KEY, "--iv", IV);
  }
}
