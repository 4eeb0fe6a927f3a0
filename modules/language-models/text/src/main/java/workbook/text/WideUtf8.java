package workbook.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// UTF-8, and three bytes more for what a Java string may hold and UTF-8 may not: half of a
/// surrogate pair. The encoding is [WTF-8](https://simonsapin.github.io/wtf-8/), so that every
/// string has its bytes and gets back from them. Where a string has no such half, the bytes are
/// those of UTF-8.
final class WideUtf8 {

  private WideUtf8() {}

  static byte[] encode(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() + 16);
    text.codePoints()
        .forEach(character -> {
          if (isSurrogate(character)) {
            bytes.write(0xE0 | character >> 12);
            bytes.write(0x80 | character >> 6 & 0x3F);
            bytes.write(0x80 | character & 0x3F);
          } else {
            bytes.writeBytes(Character.toString(character).getBytes(StandardCharsets.UTF_8));
          }
        });
    return bytes.toByteArray();
  }

  private static boolean isSurrogate(int character) {
    return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
  }

  /// Puts a text together from characters and bytes. Bytes that are no character become `U+FFFD`,
  /// as many as Java's own decoder makes of them.
  static final class Decoder {
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    void character(int character) {
      flush();
      text.appendCodePoint(character);
    }

    void bytes(byte... bytes) {
      pending.writeBytes(bytes);
    }

    @Override
    public String toString() {
      flush();
      return text.toString();
    }

    private void flush() {
      byte[] bytes = pending.toByteArray();
      pending.reset();
      int start = 0;
      for (int i = 0; i + 2 < bytes.length; i++) {
        // Of all sequences only those of surrogates have ED before a byte from A0 on.
        if (bytes[i] == (byte) 0xED && (bytes[i + 1] & 0xE0) == 0xA0 && isTrail(bytes[i + 2])) {
          text.append(new String(bytes, start, i - start, StandardCharsets.UTF_8));
          text.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | bytes[i + 2] & 0x3F));
          start = i + 3;
          i += 2;
        }
      }
      text.append(new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8));
    }

    private static boolean isTrail(byte b) {
      return (b & 0xC0) == 0x80;
    }
  }
}
