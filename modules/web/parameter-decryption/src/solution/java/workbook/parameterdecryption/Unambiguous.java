package workbook.parameterdecryption;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A length in front needs no separator, so no text can contain it.
final class Unambiguous {

  private Unambiguous() {}

  static byte[] encode(List<String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(number(parts.size()));
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      out.writeBytes(number(bytes.length));
      out.writeBytes(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] number(long value) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }
}
