package workbook.apidecryption;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// From cipher text to blocks, whose padding is not removed.
final class BlockDecryption {

  private BlockDecryption() {}

  /// Decrypts.
  ///
  /// @throws IllegalArgumentException if the key, the IV or the text has a length that cannot be
  static byte[] decrypt(BlockCipher cipher, Mode mode, KeyAndIv secret, byte[] cipherText) {
    int block = cipher.block();
    byte[] key = cipher.key(secret.key());
    if (mode != Mode.ECB && secret.iv().length != block) {
      throw new IllegalArgumentException(
          "an IV of %s has %d bytes, and this one has %d"
              .formatted(cipher, block, secret.iv().length));
    }
    if (!mode.isStream() && cipherText.length % block != 0) {
      throw new IllegalArgumentException(
          "the cipher text has %d bytes, and %s works on blocks of %d: a piece is missing, or the mode is another"
              .formatted(cipherText.length, mode, block));
    }
    try {
      if (mode == Mode.CTR) {
        return counter(cipher, key, secret.iv(), cipherText);
      }
      Cipher decryption = Cipher.getInstance(cipher.jdk() + "/" + mode + "/NoPadding");
      SecretKeySpec spec = new SecretKeySpec(key, cipher.jdk());
      if (mode == Mode.ECB) {
        decryption.init(Cipher.DECRYPT_MODE, spec);
      } else {
        decryption.init(Cipher.DECRYPT_MODE, spec, new IvParameterSpec(secret.iv()));
      }
      return decryption.doFinal(cipherText);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Counter mode as CryptoJS has it: only the last four bytes of the counter count, and nothing is
  /// carried into those before. The JDK's `CTR` counts with the whole block.
  private static byte[] counter(BlockCipher cipher, byte[] key, byte[] iv, byte[] text)
      throws GeneralSecurityException {
    int block = cipher.block();
    byte[] counters = new byte[(text.length + block - 1) / block * block];
    byte[] counter = iv.clone();
    for (int at = 0; at < counters.length; at += block) {
      System.arraycopy(counter, 0, counters, at, block);
      for (int i = block - 1; i >= block - 4 && ++counter[i] == 0; i--) {}
    }
    Cipher encryption = Cipher.getInstance(cipher.jdk() + "/ECB/NoPadding");
    encryption.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, cipher.jdk()));
    byte[] plain = Arrays.copyOf(encryption.doFinal(counters), text.length);
    for (int i = 0; i < text.length; i++) {
      plain[i] ^= text[i];
    }
    return plain;
  }
}
