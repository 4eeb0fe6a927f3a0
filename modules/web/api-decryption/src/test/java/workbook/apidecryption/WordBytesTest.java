package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "api-decryption/1",
    title = "The key in the console",
    hints = {
      "Write the words in hexadecimal: 808530483 is 0x30313233. Which four bytes are these, and in"
          + " which order?",
      "Byte i is in word i / 4. How far must that word be shifted to the right until the byte is its"
          + " lowest?",
      "Make an array of sigBytes bytes. For each i put in (byte) (words[i / 4] >> (24 - 8 * (i % 4)))."
          + " The cast keeps the lowest eight bits, so it does not matter whether the word is"
          + " negative."
    },
    chinese =
        @Exercise.Chinese(
            title = "控制台里的密钥",
            hints = {
              "把这些字（word）写成十六进制：808530483 就是 0x30313233。这是哪四个字节，顺序如何？",
              "第 i 个字节在第 i / 4 个字里。要右移多少位，它才会落到最低的八位？",
              "建一个长度为 sigBytes 的字节数组，对每个 i 填入 (byte) (words[i / 4] >> (24 - 8 * (i % 4)))。强制转换只保留最低八位，所以字是不是负数都没关系。"
            }))
@DisplayName("Exercise 1: the key in the console")
class WordBytesTest {

  @Test
  @DisplayName("the words of a key of 16 characters")
  void key() {
    // CryptoJS.enc.Utf8.parse("0123456789abcdef"), whose characters are the bytes 30 to 39, 61 to
    // 66.
    assertBytes(
        new long[] {808530483, 875902519, 943284578, 1667523942},
        16,
        "30313233343536373839616263646566");
  }

  @Test
  @DisplayName("the bytes that do not count are left out")
  void partial() {
    for (int count = 0; count <= 8; count++) {
      assertBytes(
          new long[] {0x01020304, 0x05060708}, count, "0102030405060708".substring(0, 2 * count));
    }
  }

  @Test
  @DisplayName("what CryptoJS itself says of words, negative ones and large ones among them")
  void recorded() {
    for (Vectors.Vector vector : Vectors.of("bytes")) {
      long[] words =
          ((List<?>) vector.question().get("words"))
              .stream().mapToLong(word -> ((Number) word).longValue()).toArray();
      assertBytes(words, vector.number("sigBytes"), vector.answer());
    }
  }

  private static void assertBytes(long[] words, int sigBytes, String expected) {
    String given = Arrays.toString(words);
    byte[] bytes = WordBytes.bytes(words.clone(), sigBytes);
    assertThat(Stream.ofNullable(bytes).map(HexFormat.of()::formatHex).findFirst().orElse("null"))
        .as("the bytes of words %s, sigBytes %d", given, sigBytes)
        .isEqualTo(expected);
  }
}
