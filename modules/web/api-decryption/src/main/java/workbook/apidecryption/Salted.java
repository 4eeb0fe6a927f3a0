package workbook.apidecryption;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The format of `openssl enc`, and of CryptoJS where the key is a phrase: `Salted__`, 8 bytes of
/// salt, and then the cipher text.
///
/// @param salt empty if there is no such head
record Salted(byte[] salt, byte[] cipherText) {

  private static final byte[] MAGIC = "Salted__".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = MAGIC.length + 8;

  /// @throws IllegalArgumentException if it begins so and ends within the salt
  static Salted read(byte[] bytes) {
    if (!Arrays.equals(bytes, 0, Math.min(MAGIC.length, bytes.length), MAGIC, 0, MAGIC.length)) {
      return new Salted(new byte[0], bytes);
    }
    if (bytes.length < HEAD) {
      throw new IllegalArgumentException(
          "behind Salted__ there are 8 bytes of salt, and here only %d follow"
              .formatted(bytes.length - MAGIC.length));
    }
    return new Salted(
        Arrays.copyOfRange(bytes, MAGIC.length, HEAD),
        Arrays.copyOfRange(bytes, HEAD, bytes.length));
  }

  boolean hasSalt() {
    return salt.length > 0;
  }

  /// The bytes that [#read] reads.
  byte[] bytes() {
    byte[] bytes = Arrays.copyOf(MAGIC, HEAD + cipherText.length);
    System.arraycopy(salt, 0, bytes, MAGIC.length, salt.length);
    System.arraycopy(cipherText, 0, bytes, HEAD, cipherText.length);
    return bytes;
  }
}
