package workbook.apidecryption;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// The JDK has PBKDF2; what is left is to cut its result in two.
final class Pbkdf2Decryption {

  private static final int KEY = 32;
  private static final int IV = 16;

  private Pbkdf2Decryption() {}

  static String decrypt(String text, String phrase, int rounds) {
    Salted salted = Salted.read(Encoding.BASE64.bytes("the text", text));
    if (!salted.hasSalt()) {
      throw new IllegalArgumentException("there is no Salted__ in front");
    }
    try {
      byte[] derived =
          SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
              .generateSecret(
                  new PBEKeySpec(phrase.toCharArray(), salted.salt(), rounds, 8 * (KEY + IV)))
              .getEncoded();
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(
          Cipher.DECRYPT_MODE,
          new SecretKeySpec(derived, 0, KEY, "AES"),
          new IvParameterSpec(derived, KEY, IV));
      return new String(cipher.doFinal(salted.cipherText()), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this does not decrypt", e);
    }
  }
}
