package workbook.parameterdecryption;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A sealed body, as it travels in JSON, with its bytes in Base64.
///
/// @param kid which of the server's public keys wrapped the content key
/// @param key the AES key of this one body, wrapped with RSA-OAEP
/// @param iv the initialization vector of AES-GCM, 12 random bytes; also the nonce by which a
///   replay is recognized
/// @param time when it was sealed, in milliseconds since 1970
/// @param data what AES-GCM made of the plain text, with the tag in its last 16 bytes
record Envelope(String kid, byte[] key, byte[] iv, long time, byte[] data) {

  static final int IV_BYTES = 12;
  static final int TAG_BYTES = 16;

  Envelope {
    Objects.requireNonNull(kid);
    Objects.requireNonNull(key);
    Objects.requireNonNull(iv);
    Objects.requireNonNull(data);
  }

  /// What the tag covers beside the data. No part but the last can contain a line end, so different
  /// parts never give the same bytes.
  ///
  /// @param target method and path, as in `POST /login`
  byte[] additionalData(String target) {
    return additionalData(target, time, kid);
  }

  static byte[] additionalData(String target, long time, String kid) {
    return (target + "\n" + time + "\n" + kid).getBytes(StandardCharsets.UTF_8);
  }
}
