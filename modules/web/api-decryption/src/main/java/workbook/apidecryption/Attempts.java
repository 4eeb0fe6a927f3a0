package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;

/// Four ways to read what CryptoJS wrote with a phrase, of which the last is right.
@Command(
    name = "api-decryption/attempts",
    description = "What Base64, a padded phrase, a digested phrase and EVP_BytesToKey give.")
public final class Attempts implements Example {

  @Parameters(
      index = "0",
      paramLabel = "TEXT",
      arity = "0..1",
      description = "What CryptoJS wrote; the page's if not given.")
  private String text = "U2FsdGVkX18BAgMEAQIDBNRowQ1vu1XEVt1362UKghw=";

  @Parameters(
      index = "1",
      paramLabel = "PHRASE",
      arity = "0..1",
      description = "The phrase; ${DEFAULT-VALUE} if not given.")
  private String phrase = "pass";

  static void main(String[] args) {
    Example.main(new Attempts(), args);
  }

  /// A way from a text and a phrase to words.
  private interface Attempt {
    String decrypt(byte[] bytes, String phrase) throws GeneralSecurityException;
  }

  @Override
  public int run(PrintStream out) {
    byte[] bytes = Encoding.BASE64.bytes("TEXT", text);
    if (!Salted.read(bytes).hasSalt()) {
      throw new IllegalArgumentException("TEXT must begin with Salted__ in Base64: U2FsdGVkX1");
    }
    attempt(bytes, "Base64 alone", Attempts::decoded, out);
    attempt(bytes, "phrase as key", Attempts::phraseAsKey, out);
    attempt(bytes, "phrase with zeros", Attempts::zeros, out);
    attempt(bytes, "SHA-256 of phrase", Attempts::digest, out);
    attempt(bytes, "EVP_BytesToKey", Attempts::derived, out);
    return 0;
  }

  private void attempt(byte[] bytes, String name, Attempt attempt, PrintStream out) {
    String result;
    try {
      result = attempt.decrypt(bytes, phrase);
    } catch (GeneralSecurityException e) {
      result = e.getClass().getSimpleName() + ": " + e.getMessage().split("\\. ")[0];
    }
    out.printf("%-17s  %s%n", name, Printable.of(result).replace('\n', ' '));
  }

  private static String decoded(byte[] bytes, String phrase) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String phraseAsKey(byte[] bytes, String phrase) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(phrase.getBytes(StandardCharsets.UTF_8), "AES"));
    return new String(cipher.doFinal(bytes), StandardCharsets.UTF_8);
  }

  private static String zeros(byte[] bytes, String phrase) throws GeneralSecurityException {
    return cbc(bytes, Arrays.copyOf(phrase.getBytes(StandardCharsets.UTF_8), 32), new byte[16]);
  }

  private static String digest(byte[] bytes, String phrase) throws GeneralSecurityException {
    byte[] key =
        MessageDigest.getInstance("SHA-256").digest(phrase.getBytes(StandardCharsets.UTF_8));
    return cbc(bytes, key, new byte[16]);
  }

  private static String derived(byte[] bytes, String phrase) throws GeneralSecurityException {
    byte[] salt = Salted.read(bytes).salt();
    KeyAndIv secret =
        EvpBytesToKey.derive("MD5", phrase.getBytes(StandardCharsets.UTF_8), salt, 32, 16);
    return cbc(bytes, secret.key(), secret.iv());
  }

  private static String cbc(byte[] bytes, byte[] key, byte[] iv) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    byte[] plain = cipher.doFinal(Salted.read(bytes).cipherText());
    return new String(plain, StandardCharsets.UTF_8);
  }
}
