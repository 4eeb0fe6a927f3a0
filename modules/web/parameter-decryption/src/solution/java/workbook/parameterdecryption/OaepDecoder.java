package workbook.parameterdecryption;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/// All that may be wrong is collected in one number, and looked at once.
final class OaepDecoder {

  private static final int HASH = 32;

  private OaepDecoder() {}

  static Optional<byte[]> decode(byte[] encoded, byte[] label) {
    if (encoded.length < 2 * HASH + 2) {
      return Optional.empty();
    }
    byte[] seed = Arrays.copyOfRange(encoded, 1, 1 + HASH);
    byte[] db = Arrays.copyOfRange(encoded, 1 + HASH, encoded.length);
    xor(seed, mgf1(db, HASH));
    xor(db, mgf1(seed, db.length));

    int wrong = encoded[0];
    byte[] hash = sha256(label);
    for (int i = 0; i < HASH; i++) {
      wrong |= db[i] ^ hash[i];
    }
    int one = 0;
    for (int i = HASH; i < db.length; i++) {
      if (one == 0 && db[i] == 1) {
        one = i;
      } else if (one == 0) {
        wrong |= db[i];
      }
    }
    return wrong != 0 || one == 0
        ? Optional.empty()
        : Optional.of(Arrays.copyOfRange(db, one + 1, db.length));
  }

  private static void xor(byte[] bytes, byte[] mask) {
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] ^= mask[i];
    }
  }

  private static byte[] mgf1(byte[] seed, int length) {
    byte[] mask = new byte[length];
    for (int counter = 0; counter * HASH < length; counter++) {
      byte[] numbered =
          ByteBuffer.allocate(seed.length + Integer.BYTES).put(seed).putInt(counter).array();
      int at = counter * HASH;
      System.arraycopy(sha256(numbered), 0, mask, at, Math.min(HASH, length - at));
    }
    return mask;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
