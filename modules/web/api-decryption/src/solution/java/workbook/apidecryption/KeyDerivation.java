package workbook.apidecryption;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// Block after block, until there are enough bytes.
final class KeyDerivation {

  private KeyDerivation() {}

  static byte[] derive(String digest, int rounds, byte[] phrase, byte[] salt, int length) {
    try {
      MessageDigest md = MessageDigest.getInstance(digest);
      byte[] result = {};
      byte[] block = {};
      while (result.length < length) {
        md.update(block);
        md.update(phrase);
        block = md.digest(salt);
        for (int round = 1; round < rounds; round++) {
          block = md.digest(block);
        }
        int filled = result.length;
        result = Arrays.copyOf(result, filled + block.length);
        System.arraycopy(block, 0, result, filled, block.length);
      }
      return Arrays.copyOf(result, length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
