package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "api-decryption/3",
    title = "Six ways to fill a block",
    hints = {
      "How many bytes are missing to the next full block? And if the text already ends with one: which"
          + " paddings then add a whole block, and which nothing?",
      "A padding that can be removed without doubt always adds something. ZERO is the one that cannot,"
          + " and adds nothing to full blocks.",
      "Let count = block - text.length % block, 1 to block. For all but ZERO and NONE append count"
          + " bytes: PKCS7 fills them with count; ANSI_X923 and ISO_10126 set the last one to count;"
          + " ISO_97971 sets the first one to 128. ZERO appends count % block zeros, NONE nothing."
    },
    chinese =
        @Exercise.Chinese(
            title = "补齐一个分组的六种方式",
            hints = {
              "离下一个完整的分组还差多少字节？如果文本正好是整数个分组：哪些填充方式会再加一整个分组，哪些什么也不加？",
              "能够无歧义地去掉的填充，总要加上点什么。只有 ZERO 做不到，分组已满时它什么也不加。",
              "令 count = block - text.length % block，取值 1 到 block。除 ZERO 和 NONE 外都追加 count 个字节：PKCS7 全部填 count；ANSI_X923 和 ISO_10126 把最后一个设为 count；ISO_97971 把第一个设为 128。ZERO 追加 count % block 个 0，NONE 不追加。"
            }))
@DisplayName("Exercise 3: six ways to fill a block")
class PadderTest {

  @Test
  @DisplayName("what CryptoJS encrypted, before it was encrypted")
  void recorded() {
    for (Vectors.Vector vector : Vectors.of("key")) {
      Settings settings = CryptoJsTest.settings(vector);
      if (settings.mode() != Mode.CBC) {
        continue;
      }
      byte[] blocks =
          BlockDecryption.decrypt(
              settings.cipher(),
              settings.mode(),
              new KeyAndIv(vector.hex("key"), vector.hex("iv")),
              Encoding.BASE64.bytes("the answer", vector.answer()));
      byte[] text = vector.hex("plain");
      assertPadded(text, settings.cipher().block(), settings.padding(), blocks);
    }
  }

  @Test
  @DisplayName("nothing is added without a padding, whatever is missing to a full block")
  void none() {
    assertPadded(new byte[] {1, 2, 3}, 8, Padding.NONE, new byte[] {1, 2, 3});
  }

  @Test
  @DisplayName("the text stays as it was given")
  void untouched() {
    for (Padding padding : Padding.values()) {
      byte[] text = {1, 2, 3};
      Padder.padded(text, 8, padding);
      assertThat(text).as("the text given, after %s", padding).containsExactly(1, 2, 3);
    }
  }

  private static void assertPadded(byte[] text, int block, Padding padding, byte[] expected) {
    byte[] padded = Padder.padded(text.clone(), block, padding);
    byte[] right = expected.clone();
    if (padding == Padding.ISO_10126 && padded != null && padded.length == expected.length) {
      // Any value will do, but for the last byte.
      System.arraycopy(padded, text.length, right, text.length, right.length - text.length - 1);
    }
    assertThat(padded == null ? "null" : HexFormat.ofDelimiter(" ").formatHex(padded))
        .as(
            "%s with %s to blocks of %d",
            text.length == 0 ? "nothing" : HexFormat.ofDelimiter(" ").formatHex(text),
            padding,
            block)
        .isEqualTo(HexFormat.ofDelimiter(" ").formatHex(right));
  }
}
