package workbook.apidecryption;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Which bytes are UTF-8.
final class Utf8 {

  private Utf8() {}

  /// The places of bytes that are no UTF-8.
  static List<Integer> faults(byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    List<Integer> faults = new ArrayList<>();
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      for (int i = 0; i < result.length(); i++) {
        faults.add(in.position() + i);
      }
      in.position(in.position() + result.length());
      result = decoder.decode(in, out, true);
    }
    return faults;
  }

  /// Whether they are UTF-8 without control characters: what random bytes hardly ever are.
  static boolean isText(byte[] bytes) {
    return faults(bytes).isEmpty()
        && new String(bytes, StandardCharsets.UTF_8)
            .chars()
            .allMatch(c -> c == '\n' || c == '\r' || c == '\t' || !Character.isISOControl(c));
  }
}
