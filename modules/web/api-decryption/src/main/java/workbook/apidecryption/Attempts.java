package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
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
    String decrypt(String text, String phrase) throws GeneralSecurityException;
  }

  @Override
  public int run(PrintStream out) {
    Encoding.BASE64.bytes("TEXT", text);
    attempt("Base64 alone", (text, _) -> base64(text), out);
    attempt("phrase as key", Attempts::phraseAsKey, out);
    attempt("phrase with zeros", Attempts::zeros, out);
    attempt("SHA-256 of phrase", Attempts::digest, out);
    attempt("EVP_BytesToKey", Attempts::derived, out);
    return 0;
  }

  private void attempt(String name, Attempt attempt, PrintStream out) {
    String result;
    try {
      result = attempt.decrypt(text, phrase);
    } catch (GeneralSecurityException e) {
      result = e.getClass().getSimpleName() + ": " + e.getMessage().split("\\. ")[0];
    }
    out.printf("%-17s  %s%n", name, Printable.of(result).replace('\n', ' '));
  }

  private static String base64(String text) {
    byte[] bytes = Base64.getDecoder().decode(text);
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String phraseAsKey(String text, String phrase) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES");
    cipher.init(
        Cipher.DECRYPT_MODE, new SecretKeySpec(phrase.getBytes(StandardCharsets.UTF_8), "AES"));
    return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
  }

  private static String zeros(String text, String phrase) throws GeneralSecurityException {
    return cbc(text, Arrays.copyOf(phrase.getBytes(StandardCharsets.UTF_8), 32), new byte[16]);
  }

  private static String digest(String text, String phrase) throws GeneralSecurityException {
    byte[] key =
        MessageDigest.getInstance("SHA-256").digest(phrase.getBytes(StandardCharsets.UTF_8));
    return cbc(text, key, new byte[16]);
  }

  private static String derived(String text, String phrase) throws GeneralSecurityException {
    byte[] salt = Salted.read(Base64.getDecoder().decode(text)).salt();
    KeyAndIv secret =
        EvpBytesToKey.derive("MD5", phrase.getBytes(StandardCharsets.UTF_8), salt, 32, 16);
    return cbc(text, secret.key(), secret.iv());
  }

  private static String cbc(String text, byte[] key, byte[] iv) throws GeneralSecurityException {
    byte[] cipherText = Salted.read(Base64.getDecoder().decode(text)).cipherText();
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return new String(cipher.doFinal(cipherText), StandardCharsets.UTF_8);
  }
}
