package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "parameter-decryption/4",
    title = "OAEP by hand",
    hints = {
      "The seed is masked with a digest of the masked block, and the block with a digest of the seed."
          + " In which order can you take the masks off?",
      "MGF1 digests the seed with a counter of 4 bytes behind it, 0, 1, 2, ..., and takes as many bytes"
          + " as are needed. When both masks are off, four things must be right: the first byte, the"
          + " digest of the label, the zeros, and the 1 behind them.",
      "Return Optional.empty() for less than 66 bytes. seed = bytes 1 to 32, db = the rest. XOR seed with"
          + " mgf1(db, 32), then db with mgf1(seed, db.length). mgf1 is SHA-256 of the seed and a"
          + " counter as a big-endian int, from 0, joined and cut. Empty if encoded[0] is not 0, or the"
          + " first 32 bytes of db are not SHA-256(label). From byte 32 of db skip zeros; the first other"
          + " byte must be there and be 1; the message is what follows it."
    },
    chinese =
        @Exercise.Chinese(
            title = "手写 OAEP",
            hints = {
              "种子用被掩码的数据块的摘要做掩码，数据块用种子的摘要做掩码。应当按什么顺序去掉这两层掩码？",
              "MGF1 对“种子加上 4 字节计数器”求摘要，计数器依次为 0、1、2……，需要多少字节就取多少。去掉两层掩码后，有四处必须正确：第一个字节、label 的摘要、一串零，以及零后面的 1。",
              "少于 66 字节就返回 Optional.empty()。seed 是第 1 到 32 字节，db 是其余部分。先把 seed 与 mgf1(db, 32) 异或，再把 db 与 mgf1(seed, db.length) 异或。mgf1 是对种子加计数器（大端 int，从 0 开始）求 SHA-256，拼接后截断。如果 encoded[0] 不为 0，或 db 的前 32 字节不等于 SHA-256(label)，返回空。从 db 的第 32 字节起跳过零；第一个非零字节必须存在且为 1；它后面就是消息。"
            }))
@DisplayName("Exercise 4: OAEP by hand")
class OaepDecoderTest {

  private static final long SEED = 20261127;
  private static final HexFormat HEX = HexFormat.of();

  private static String decoded(byte[] encoded, byte[] label) {
    Optional<byte[]> message = OaepDecoder.decode(encoded.clone(), label.clone());
    return message.map(bytes -> "message " + HEX.formatHex(bytes)).orElse("nothing");
  }

  /// RSA alone: what is left is the encoded message.
  private static byte[] encoded(PrivateKey key, byte[] text) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("RSA/ECB/NoPadding");
    cipher.init(Cipher.DECRYPT_MODE, key);
    return cipher.doFinal(text);
  }

  @Test
  @DisplayName("the cases of Wycheproof, with labels and without, good and bad")
  void wycheproof() throws GeneralSecurityException {
    PrivateKey key = Wycheproof.rsaKey();
    List<Wycheproof.Case> cases =
        Wycheproof.cases("rsaOaep").stream()
            .filter(each -> each.bytes("ct").length == ServerKey.BITS / 8)
            .toList();
    assertThat(cases).hasSizeGreaterThan(15);
    for (Wycheproof.Case each : cases) {
      assertThat(decoded(encoded(key, each.bytes("ct")), each.bytes("label")))
          .as("Wycheproof's %s", each)
          .isEqualTo(each.isValid() ? "message " + HEX.formatHex(each.bytes("msg")) : "nothing");
    }
  }

  @Test
  @DisplayName("messages of every length, as the JDK encodes them")
  void lengths() throws GeneralSecurityException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    ServerKey key = Keys.key(0);
    // 128 bytes of modulus less 2 digests and 2 bytes.
    for (int length = 0; length <= 62; length++) {
      byte[] message = new byte[length];
      random.nextBytes(message);
      byte[] label = new byte[length % 3];
      random.nextBytes(label);
      Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          key.pair().getPublic(),
          new OAEPParameterSpec(
              "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, new PSource.PSpecified(label)));
      byte[] encoded = encoded(key.pair().getPrivate(), cipher.doFinal(message));
      assertThat(decoded(encoded, label))
          .as("seed %d, a message of %d bytes", SEED, length)
          .isEqualTo("message " + HEX.formatHex(message));
      byte[] first = encoded.clone();
      first[0] = (byte) 0x80;
      assertThat(decoded(first, label))
          .as("a message of %d bytes, with the first byte 0x80", length)
          .isEqualTo("nothing");
      assertThat(decoded(encoded, new byte[] {1, 2, 3}))
          .as("a message of %d bytes, with another label", length)
          .isEqualTo("nothing");
    }
  }

  @Test
  @DisplayName("what is too short to be one is nothing")
  void tooShort() {
    for (int length : new int[] {0, 1, 33, 64, 65}) {
      assertThat(decoded(new byte[length], new byte[0]))
          .as("%d zeros", length)
          .isEqualTo("nothing");
    }
  }
}
