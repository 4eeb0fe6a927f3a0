package workbook.apidecryption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// From a phrase to a key, as `EVP_BytesToKey` of OpenSSL does with one round; CryptoJS calls it
/// `EvpKDF`.
final class EvpBytesToKey {

  private EvpBytesToKey() {}

  /// Digests the phrase and the salt again and again, each time with the last digest in front,
  /// until there are enough bytes.
  ///
  /// @param digest `MD5` in CryptoJS, and in OpenSSL before 1.1.0; `SHA-256` since
  static KeyAndIv derive(String digest, byte[] phrase, byte[] salt, int keyBytes, int ivBytes) {
    MessageDigest md = digest(digest);
    byte[] material = new byte[keyBytes + ivBytes];
    byte[] last = {};
    int filled = 0;
    while (filled < material.length) {
      md.update(last);
      md.update(phrase);
      md.update(salt);
      last = md.digest();
      int taken = Math.min(last.length, material.length - filled);
      System.arraycopy(last, 0, material, filled, taken);
      filled += taken;
    }
    return new KeyAndIv(
        Arrays.copyOf(material, keyBytes), Arrays.copyOfRange(material, keyBytes, material.length));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException("there is no digest " + name, e);
    }
  }
}
