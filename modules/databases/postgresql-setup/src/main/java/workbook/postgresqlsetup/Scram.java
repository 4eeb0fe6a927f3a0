package workbook.postgresqlsetup;

import com.ongres.saslprep.SASLprep;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The calculations of SCRAM-SHA-256: RFC 5802, section 3, with the hash of RFC 7677.
final class Scram {

  private Scram() {}

  /// A password as it is hashed. RFC 5802 wants SASLprep; PostgreSQL takes the password as it is
  /// where that is impossible, and so does this.
  static byte[] prepared(String password) {
    String prepared;
    try {
      prepared = new SASLprep().prepareStored(password);
    } catch (IllegalArgumentException _) {
      prepared = password;
    }
    return prepared.getBytes(StandardCharsets.UTF_8);
  }

  /// `Hi(password, salt, i)`: PBKDF2 for one block.
  static byte[] saltedPassword(byte[] password, byte[] salt, int iterations) {
    Mac mac = mac(password);
    mac.update(salt);
    byte[] last = mac.doFinal(new byte[] {0, 0, 0, 1});
    byte[] result = last.clone();
    for (int i = 1; i < iterations; i++) {
      last = mac.doFinal(last);
      result = xor(result, last);
    }
    return result;
  }

  static byte[] clientKey(byte[] saltedPassword) {
    return hmac(saltedPassword, "Client Key");
  }

  static byte[] serverKey(byte[] saltedPassword) {
    return hmac(saltedPassword, "Server Key");
  }

  /// `ClientKey XOR HMAC(H(ClientKey), AuthMessage)`: who knows `H(ClientKey)` can check it, and
  /// cannot make it.
  static byte[] clientProof(byte[] saltedPassword, String authMessage) {
    byte[] clientKey = clientKey(saltedPassword);
    return xor(clientKey, hmac(sha256(clientKey), authMessage));
  }

  static byte[] serverSignature(byte[] saltedPassword, String authMessage) {
    return hmac(serverKey(saltedPassword), authMessage);
  }

  static byte[] hmac(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// @param key where it is empty, the hash takes one zero byte for it, which is the same: keys are
  ///   filled up with zeros
  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] xor(byte[] left, byte[] right) {
    byte[] result = new byte[left.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (left[i] ^ right[i]);
    }
    return result;
  }
}
