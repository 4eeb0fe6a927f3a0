package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "parameter-decryption/1",
    title = "What the tag covers: parts that cannot run into one another",
    hints = {
      "POST /a with the time 12 and POST /a1 with the time 2: how would a reader of the bytes alone"
          + " tell them apart?",
      "A length has to stand in front of each part, and the number of parts in front of all. Which"
          + " class of the JDK writes a long with its least significant byte first?",
      "Write the number of parts, then for each part the length of part.getBytes(UTF_8) and these"
          + " bytes, into a ByteArrayOutputStream. A number is"
          + " ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array()."
    },
    chinese =
        @Exercise.Chinese(
            title = "认证标签保护的内容：各部分不能混在一起",
            hints = {
              "POST /a 加时间 12，POST /a1 加时间 2：只看拼出来的字节，怎样区分这两者？",
              "每一部分前面要有它的长度，最前面要有部分的个数。JDK 的哪个类能按最低有效字节在前的顺序写出一个 long？",
              "向 ByteArrayOutputStream 依次写入：部分的个数，然后对每一部分写入 part.getBytes(UTF_8) 的长度和这些字节。一个数就是 ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array()。"
            }))
@DisplayName("Exercise 1: unambiguous additional data")
class UnambiguousTest {

  private static final String ZERO = "0000000000000000";

  private static String encoded(List<String> parts) {
    return HexFormat.of().formatHex(Unambiguous.encode(parts));
  }

  @Test
  @DisplayName("the three examples of PASETO's specification")
  void published() {
    // paseto-spec, docs/01-Protocol-Versions/Common.md, "PAE Definition".
    assertEncoded(List.of(), ZERO);
    assertEncoded(List.of(""), "0100000000000000" + ZERO);
    assertEncoded(List.of("test"), "0100000000000000" + "0400000000000000" + "74657374");
  }

  @Test
  @DisplayName("lengths count bytes of UTF-8, and have eight of their own")
  void bytes() {
    // 世 is e4 b8 96; 300 is 0x012c.
    assertEncoded(List.of("世"), "0100000000000000" + "0300000000000000" + "e4b896");
    assertThat(encoded(List.of("a".repeat(300))).substring(0, 34))
        .as("the first 17 bytes of the encoding of 300 letters a")
        .isEqualTo("0100000000000000" + "2c01000000000000" + "61");
    // 70,000 is 0x011170.
    assertThat(encoded(List.of("a".repeat(70_000))).substring(0, 34))
        .as("the first 17 bytes of the encoding of 70000 letters a")
        .isEqualTo("0100000000000000" + "7011010000000000" + "61");
  }

  private static void assertEncoded(List<String> parts, String expected) {
    assertThat(encoded(parts)).as("the encoding of %s", parts).isEqualTo(expected);
  }

  @Test
  @DisplayName("no two lists give the same bytes")
  void different() {
    List<List<String>> lists =
        List.of(
            List.of(),
            List.of(""),
            List.of("", ""),
            List.of("POST /a", "12"),
            List.of("POST /a1", "2"),
            List.of("POST /a12", ""),
            List.of("POST /a", "1", "2"),
            List.of("POST /a\n12"),
            List.of("POST /a,12"),
            List.of("POST /a|12"),
            List.of("POST /a\u000012"));
    Map<String, List<String>> seen = new HashMap<>();
    for (List<String> parts : lists) {
      List<String> before = seen.put(encoded(parts), parts);
      assertThat(before == null ? "those of no other" : "those of " + before)
          .as("the bytes of %s", parts)
          .isEqualTo("those of no other");
    }
  }
}
