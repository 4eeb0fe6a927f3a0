package workbook.postgresqlsetup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// A message of PostgreSQL's protocol 3: one letter, the length of the rest, the rest. The first of
/// a connection has no letter.
///
/// @param type its letter
/// @param body what follows the length
record Message(char type, byte[] body) {

  /// The number that an authentication message (`R`) begins with: what the server wants.
  int request() {
    return body.length < 4 ? -1 : ByteBuffer.wrap(body).getInt();
  }

  /// What follows that number, as text.
  String text() {
    return new String(body, 4, Math.max(0, body.length - 4), StandardCharsets.UTF_8);
  }

  /// The fields of an error (`E`): `S` severity, `C` SQLSTATE, `M` message.
  Map<Character, String> fields() {
    Map<Character, String> fields = new LinkedHashMap<>();
    int at = 0;
    while (at < body.length && body[at] != 0) {
      int end = at + 1;
      while (end < body.length && body[end] != 0) {
        end++;
      }
      fields.put((char) body[at], new String(body, at + 1, end - at - 1, StandardCharsets.UTF_8));
      at = end + 1;
    }
    return fields;
  }
}
