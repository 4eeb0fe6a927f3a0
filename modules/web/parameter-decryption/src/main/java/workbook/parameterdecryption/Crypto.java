package workbook.parameterdecryption;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/// What WebCrypto calls `RSA-OAEP` with SHA-256, and `AES-GCM`, in the words of the JDK.
final class Crypto {

  static final int AES_KEY_BYTES = 32;

  private static final String OAEP = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

  /// Without it the JDK takes SHA-1 for MGF1, and WebCrypto's text does not open.
  private static final OAEPParameterSpec SHA_256 =
      new OAEPParameterSpec(
          "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

  private Crypto() {}

  /// RFC 8017, section 7.1.1.
  static byte[] wrap(PublicKey key, byte[] content) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(OAEP);
    cipher.init(Cipher.ENCRYPT_MODE, key, SHA_256);
    return cipher.doFinal(content);
  }

  /// RFC 8017, section 7.1.2.
  static byte[] unwrap(PrivateKey key, byte[] wrapped) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(OAEP);
    cipher.init(Cipher.DECRYPT_MODE, key, SHA_256);
    return cipher.doFinal(wrapped);
  }

  /// NIST SP 800-38D, with the tag behind the cipher text, as both the JDK and WebCrypto have it.
  static byte[] encrypt(byte[] key, byte[] iv, byte[] additionalData, byte[] plain)
      throws GeneralSecurityException {
    return gcm(Cipher.ENCRYPT_MODE, key, iv, additionalData, plain);
  }

  static byte[] decrypt(byte[] key, byte[] iv, byte[] additionalData, byte[] data)
      throws GeneralSecurityException {
    return gcm(Cipher.DECRYPT_MODE, key, iv, additionalData, data);
  }

  private static byte[] gcm(int mode, byte[] key, byte[] iv, byte[] additionalData, byte[] input)
      throws GeneralSecurityException {
    SecretKey secret = new SecretKeySpec(key, "AES");
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret, new GCMParameterSpec(8 * Envelope.TAG_BYTES, iv));
    cipher.updateAAD(additionalData);
    return cipher.doFinal(input);
  }
}
