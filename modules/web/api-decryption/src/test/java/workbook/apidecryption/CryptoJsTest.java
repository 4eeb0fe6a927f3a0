package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What CryptoJS and OpenSSL wrote is read")
class CryptoJsTest {

  private static final HexFormat HEX = HexFormat.of();

  static Settings settings(Vectors.Vector vector) {
    return new Settings(
        named(BlockCipher.values(), vector.text("cipher")),
        named(Mode.values(), vector.text("mode")),
        named(Padding.values(), vector.text("padding")));
  }

  private static <E> E named(E[] values, String name) {
    return Arrays.stream(values)
        .filter(value -> value.toString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("three ciphers in five modes with six paddings, by key and IV")
  void keys() {
    List<Vectors.Vector> vectors = Vectors.of("key");
    // 3 x 5 x 6 x 4, but for CBC and ECB without padding, of which two lengths are no whole blocks.
    assertThat(vectors).hasSize(360 - 3 * 2 * 2);
    for (Vectors.Vector vector : vectors) {
      Decryption decryption =
          Decryption.of(
              settings(vector),
              new KeyAndIv(vector.hex("key"), vector.hex("iv")),
              Encoding.BASE64.bytes("the answer", vector.answer()));
      assertThat(HEX.formatHex(decryption.plain()))
          .as("%s", vector.question())
          .isEqualTo(vector.text("plain"));
    }
  }

  @Test
  @DisplayName("a phrase, with MD5 and with SHA-256")
  void phrases() {
    List<Vectors.Vector> vectors = Vectors.of("phrase");
    assertThat(vectors).hasSize(24);
    for (Vectors.Vector vector : vectors) {
      String digest = vector.text("digest").equals("MD5") ? "MD5" : "SHA-256";
      BlockCipher cipher = named(BlockCipher.values(), vector.text("cipher"));
      assertThat(decrypted(vector.answer(), vector.text("phrase"), digest, cipher))
          .as("%s", vector.question())
          .isEqualTo("hello 世界");
    }
  }

  @Test
  @DisplayName("openssl enc -aes-256-cbc, with MD5 and with SHA-256")
  void openssl() {
    for (Vectors.Vector vector : Vectors.of("openssl")) {
      Map<String, String> digests =
          Map.of("-aes-256-cbc -md md5", "MD5", "-aes-256-cbc -md sha256", "SHA-256");
      if (digests.containsKey(vector.text("options"))) {
        String digest = digests.get(vector.text("options"));
        assertThat(decrypted(vector.answer(), vector.text("phrase"), digest, BlockCipher.AES))
            .as("%s", vector.question())
            .isEqualTo(vector.text("plain"));
      }
    }
  }

  @Test
  @DisplayName("the key and the IV that openssl enc -P prints")
  void printedByOpenssl() {
    // openssl enc -aes-256-cbc -md md5 -S 0102030405060708 -pass pass:pass -P
    KeyAndIv secret =
        EvpBytesToKey.derive(
            "MD5",
            "pass".getBytes(StandardCharsets.UTF_8),
            HEX.parseHex("0102030405060708"),
            32,
            16);
    assertThat(HEX.formatHex(secret.key()))
        .isEqualTo("86a00079beb5dca79870668bb0c56a7eb158e10ac9a1ec44cd2fd6ccf7796367");
    assertThat(HEX.formatHex(secret.iv())).isEqualTo("717e513cb7804e1856cd14dace7097cf");
  }

  private static String decrypted(String text, String phrase, String digest, BlockCipher cipher) {
    Salted salted = Salted.read(Encoding.BASE64.bytes("the answer", text));
    KeyAndIv secret =
        EvpBytesToKey.derive(
            digest,
            phrase.getBytes(StandardCharsets.UTF_8),
            salted.salt(),
            cipher.derivedKey(),
            cipher.block());
    return Decryption.of(new Settings(cipher, Mode.CBC, Padding.PKCS7), secret, salted.cipherText())
        .text();
  }

  @Test
  @DisplayName("encodings give the words of CryptoJS")
  void words() {
    for (Vectors.Vector vector : Vectors.of("words")) {
      byte[] bytes =
          named(Encoding.values(), vector.text("encoding")).bytes("a key", vector.text("text"));
      JsonNode words = JsonMapper.builder().build().readTree(vector.answer());
      assertThat(bytes).as("%s", vector.question()).hasSize(words.get("sigBytes").asInt());
      byte[] whole = Arrays.copyOf(bytes, 4 * words.get("words").size());
      for (int i = 0; i < words.get("words").size(); i++) {
        assertThat(java.nio.ByteBuffer.wrap(whole).getInt(4 * i))
            .as("word %d of %s", i, vector.question())
            .isEqualTo(words.get("words").get(i).asInt());
      }
    }
  }
}
