package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("AES-GCM and RSA-OAEP, by published vectors")
class CryptoTest {

  private static final HexFormat HEX = HexFormat.of();

  // McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, test cases 4 and 16: the
  // same text, with keys of 128 and of 256 bits.
  private static final String IV = "cafebabefacedbaddecaf888";
  private static final String AAD = "feedfacedeadbeeffeedfacedeadbeefabaddad2";
  private static final String PLAIN =
      "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
          + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39";
  private static final String KEY_4 = "feffe9928665731c6d6a8f9467308308";
  private static final String SEALED_4 =
      "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e"
          + "21d514b25466931c7d8f6a5aac84aa051ba30b396a0aac973d58e091"
          + "5bc94fbc3221a5db94fae95ae7121a47";
  private static final String SEALED_16 =
      "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
          + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
          + "76fc6ece0f4e1768cddf8853bb2d551b";

  @Test
  @DisplayName("AES-GCM: test cases 4 and 16 of its specification, both ways")
  void specification() throws GeneralSecurityException {
    assertThat(gcm(KEY_4)).isEqualTo(SEALED_4);
    assertThat(gcm(KEY_4 + KEY_4)).isEqualTo(SEALED_16);
    assertThat(HEX.formatHex(opened(KEY_4, IV, AAD, SEALED_4))).isEqualTo(PLAIN);
    assertThat(HEX.formatHex(opened(KEY_4 + KEY_4, IV, AAD, SEALED_16))).isEqualTo(PLAIN);
  }

  private static String gcm(String key) throws GeneralSecurityException {
    return HEX.formatHex(
        Crypto.encrypt(
            HEX.parseHex(key), HEX.parseHex(IV), HEX.parseHex(AAD), HEX.parseHex(PLAIN)));
  }

  private static byte[] opened(String key, String iv, String aad, String data)
      throws GeneralSecurityException {
    return Crypto.decrypt(
        HEX.parseHex(key), HEX.parseHex(iv), HEX.parseHex(aad), HEX.parseHex(data));
  }

  @Test
  @DisplayName("AES-GCM: every bit of the data, the tag, the additional data and the IV counts")
  void everyBit() {
    assertEveryBit(SEALED_4, changed -> opened(KEY_4, IV, AAD, changed));
    assertEveryBit(AAD, changed -> opened(KEY_4, IV, changed, SEALED_4));
    assertEveryBit(IV, changed -> opened(KEY_4, changed, AAD, SEALED_4));
  }

  private interface Opening {
    byte[] of(String changed) throws GeneralSecurityException;
  }

  private static void assertEveryBit(String hex, Opening opening) {
    for (int bit = 0; bit < hex.length() * 4; bit++) {
      byte[] bytes = HEX.parseHex(hex);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> opening.of(HEX.formatHex(bytes)))
          .as("bit %d of %s", bit, hex)
          .isInstanceOf(AEADBadTagException.class);
    }
  }

  @Test
  @DisplayName("AES-GCM: what WebCrypto in Node 20 made of a text with Chinese in it")
  void webCrypto() throws GeneralSecurityException {
    byte[] plain =
        Crypto.decrypt(
            HEX.parseHex("000102030405060708090a0b0c0d0e0f"),
            HEX.parseHex("0a0b0c0d0e0f101112131415"),
            "POST /login".getBytes(StandardCharsets.UTF_8),
            HEX.parseHex(
                "5bc058562a0965af23965fd70f4cbbdd4bde98b0b32fe18930c0a5461f6e2fb1473a9280125b"));
    assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo("{\"password\":\"p@ss世\"}");
  }

  @Test
  @DisplayName("AES-GCM: cases of Wycheproof, good ones and changed ones")
  void gcmCases() throws GeneralSecurityException {
    assertThat(Wycheproof.cases("aesGcm")).hasSizeGreaterThan(10);
    for (Wycheproof.Case each : Wycheproof.cases("aesGcm")) {
      byte[] data = joined(each.bytes("ct"), each.bytes("tag"));
      if (each.isValid()) {
        assertThat(decrypted(each, data)).as("%s", each).isEqualTo(each.bytes("msg"));
        byte[] encrypted =
            Crypto.encrypt(
                each.bytes("key"), each.bytes("iv"), each.bytes("aad"), each.bytes("msg"));
        assertThat(encrypted).as("%s", each).isEqualTo(data);
      } else {
        assertThatThrownBy(() -> decrypted(each, data))
            .as("%s", each)
            .isInstanceOf(AEADBadTagException.class);
      }
    }
  }

  private static byte[] decrypted(Wycheproof.Case each, byte[] data)
      throws GeneralSecurityException {
    return Crypto.decrypt(each.bytes("key"), each.bytes("iv"), each.bytes("aad"), data);
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  @Test
  @DisplayName("RSA-OAEP: cases of Wycheproof; whatever is wrong, the JDK says the same")
  void oaepCases() throws GeneralSecurityException {
    PrivateKey key = Wycheproof.rsaKey();
    Set<String> messages = new HashSet<>();
    List<Wycheproof.Case> withoutLabel =
        Wycheproof.cases("rsaOaep").stream()
            .filter(each -> each.bytes("label").length == 0)
            .toList();
    assertThat(withoutLabel).hasSizeGreaterThan(15);
    for (Wycheproof.Case each : withoutLabel) {
      if (each.isValid()) {
        assertThat(Crypto.unwrap(key, each.bytes("ct")))
            .as("%s", each)
            .isEqualTo(each.bytes("msg"));
      } else {
        Throwable thrown = catchThrowable(() -> Crypto.unwrap(key, each.bytes("ct")));
        assertThat(thrown).as("%s", each).isInstanceOf(GeneralSecurityException.class);
        if (each.bytes("ct").length == ServerKey.BITS / 8
            && thrown instanceof BadPaddingException) {
          messages.add(thrown.getMessage());
        }
      }
    }
    assertThat(messages).as("what is said of a text of the right length").hasSize(1);
  }
}
