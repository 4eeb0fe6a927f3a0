package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "api-decryption/4",
    title = "Counter mode, from the middle",
    hints = {
      "Which counter belongs to the block that the byte at `offset` is in? And how many bytes of its key"
          + " stream are already used up?",
      "The JDK's own AES/CTR carries from the last four bytes into the others; CryptoJS does not. Take"
          + " AES/ECB/NoPadding, and encrypt the counters yourself.",
      "For each byte i of the piece let at = offset + i. Take a copy of the IV in a ByteBuffer, and put"
          + " (int) (getInt(12) + at / 16) at 12. Encrypt it with AES/ECB/NoPadding in ENCRYPT_MODE, and"
          + " combine byte (int) (at % 16) of that with byte i by ^."
    },
    chinese =
        @Exercise.Chinese(
            title = "从中间开始的计数器模式",
            hints = {
              "`offset` 处的字节所在的分组，对应哪个计数器？它的密钥流已经用掉了多少字节？",
              "JDK 自带的 AES/CTR 会从最后四个字节向前进位，CryptoJS 不会。请用 AES/ECB/NoPadding 自己加密各个计数器。",
              "对片段的每个字节 i，令 at = offset + i。把 IV 复制到 ByteBuffer 里，在位置 12 写入 (int) (getInt(12) + at / 16)。用 AES/ECB/NoPadding 以 ENCRYPT_MODE 加密它，取结果的第 (int) (at % 16) 个字节与第 i 个字节做异或（^）。"
            }))
@DisplayName("Exercise 4: counter mode, from the middle")
class CounterPieceTest {

  private static final byte[] KEY = HexFormat.of().parseHex(Vectors.key(BlockCipher.AES));
  private static final byte[] IV = HexFormat.of().parseHex(Vectors.iv(BlockCipher.AES));
  private static final int LENGTH = 37;

  /// What CryptoJS wrote for the first 37 bytes of the text. The counter is all but used up: its
  /// last four bytes are ff ff ff fe, so block 2 is encrypted with 00 00 00 00.
  private static byte[] whole() {
    return Vectors.of("key").stream()
        .filter(vector ->
            CryptoJsTest.settings(vector)
                .equals(new Settings(BlockCipher.AES, Mode.CTR, Padding.NONE)))
        .filter(vector -> vector.hex("plain").length == LENGTH)
        .map(vector -> Encoding.BASE64.bytes("the answer", vector.answer()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("the first block")
  void first() {
    assertPiece(0, 16, 0, IV);
  }

  @Test
  @DisplayName("every piece of what CryptoJS wrote")
  void pieces() {
    for (int from = 0; from <= LENGTH; from++) {
      for (int to = from; to <= LENGTH; to++) {
        assertPiece(from, to, 0, IV);
      }
    }
  }

  @Test
  @DisplayName("a piece behind the first 4 GB, and behind 64 GB, where the counter begins again")
  void far() {
    // With an IV whose counter is smaller by n the same counters come n blocks later.
    for (long blocks : new long[] {1, 3, 1L << 28, 0xfffffffeL, (1L << 32) + 5}) {
      byte[] iv = IV.clone();
      ByteBuffer.wrap(iv).putInt(12, (int) (0xfffffffeL - blocks));
      assertTimeoutPreemptively(
          Duration.ofSeconds(5),
          () -> assertPiece(0, LENGTH, blocks, iv),
          () -> "37 bytes behind %d blocks were not decrypted within 5 seconds".formatted(blocks));
      assertPiece(5, 30, blocks, iv);
    }
  }

  private static void assertPiece(int from, int to, long blocksBefore, byte[] iv) {
    byte[] piece = Arrays.copyOfRange(whole(), from, to);
    long offset = 16 * blocksBefore + from;
    byte[] plain = CounterPiece.decrypt(piece, offset, KEY.clone(), iv.clone());
    assertThat(plain == null ? "null" : HexFormat.of().formatHex(plain))
        .as("%d bytes at offset %d, IV %s", to - from, offset, HexFormat.of().formatHex(iv))
        .isEqualTo(HexFormat.of().formatHex(Arrays.copyOfRange(Vectors.TEXT, from, to)));
  }
}
