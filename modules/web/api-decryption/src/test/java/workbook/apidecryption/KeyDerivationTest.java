package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "api-decryption/2",
    title = "EVP_BytesToKey with rounds",
    hints = {
      "Start with one round: MD5 gives 16 bytes, and 48 are needed. What goes into the second digest"
          + " beside phrase and salt?",
      "In rounds 2 and later only the block itself is digested, without phrase and salt. The next block"
          + " begins with the block after its last round.",
      "Keep a byte[] block, empty at first, and a byte[] result. While the result is too short: digest"
          + " block, then phrase, then salt, in this order, into block; digest block alone rounds - 1"
          + " times; append it to the result. Return Arrays.copyOf(result, length)."
    },
    chinese =
        @Exercise.Chinese(
            title = "多轮的 EVP_BytesToKey",
            hints = {
              "先看一轮：MD5 给出 16 个字节，而需要 48 个。第二次摘要时，除了口令和盐，前面还要加上什么？",
              "从第二轮起只对这一段摘要本身再做摘要，不再加口令和盐。下一段以上一段最后一轮的结果开头。",
              "准备 byte[] block（初始为空）和 byte[] result。只要 result 不够长：依次对 block、口令、盐做摘要，结果存入 block；再对 block 单独做 rounds - 1 次摘要；把它接到 result 后面。最后返回 Arrays.copyOf(result, length)。"
            }))
@DisplayName("Exercise 2: EVP_BytesToKey with rounds")
class KeyDerivationTest {

  private static final Map<String, String> DIGESTS =
      Map.of("MD5", "MD5", "SHA1", "SHA-1", "SHA256", "SHA-256");

  @Test
  @DisplayName("key and IV of AES: openssl enc -aes-256-cbc -md md5 -S 0102030405060708 -P")
  void openssl() {
    // openssl enc -aes-256-cbc -md md5 -S 0102030405060708 -pass pass:pass -P prints both.
    assertDerived(
        "MD5",
        1,
        "pass",
        48,
        "86a00079beb5dca79870668bb0c56a7eb158e10ac9a1ec44cd2fd6ccf7796367"
            + "717e513cb7804e1856cd14dace7097cf");
  }

  @Test
  @DisplayName("a phrase with a capital and no salt: openssl enc -aes-256-cbc -md md5 -nosalt -P")
  void noSalt() {
    // openssl enc -aes-256-cbc -md md5 -nosalt -pass pass:Pass -P prints both.
    byte[] derived =
        KeyDerivation.derive("MD5", 1, "Pass".getBytes(StandardCharsets.UTF_8), new byte[0], 48);
    assertThat(derived == null ? "null" : HexFormat.of().formatHex(derived))
        .as("48 bytes from 'Pass' with MD5, rounds 1, no salt")
        .isEqualTo(
            "b9b57aae83585e17ede4570dcede353c6c80c14114473abf6f2a4c5ccc1e141f"
                + "59665d192f3ef753f4a9d9c41e6f5f17");
  }

  @Test
  @DisplayName("what CryptoJS derives, for three digests, and up to 1000 rounds")
  void recorded() {
    for (Vectors.Vector vector : Vectors.of("kdf")) {
      assertDerived(
          DIGESTS.get(vector.text("digest")),
          vector.number("rounds"),
          vector.text("phrase"),
          vector.number("bytes"),
          vector.answer());
    }
  }

  private static void assertDerived(
      String digest, int rounds, String phrase, int length, String expected) {
    byte[] derived =
        KeyDerivation.derive(
            digest,
            rounds,
            phrase.getBytes(StandardCharsets.UTF_8),
            HexFormat.of().parseHex(Vectors.SALT),
            length);
    assertThat(derived == null ? "null" : HexFormat.of().formatHex(derived))
        .as("%d bytes from '%s' with %s, rounds %d", length, phrase, digest, rounds)
        .isEqualTo(expected);
  }
}
