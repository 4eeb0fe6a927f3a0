package workbook.parameterdecryption;

import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// One name in the JDK, two paddings: `OAEPWithSHA-256AndMGF1Padding` takes SHA-1 for MGF1 unless
/// it is told.
@Command(
    name = "parameter-decryption/oaep-defaults",
    description = "Opens what WebCrypto wraps, with the JDK's defaults and with parameters.")
final class OaepDefaults implements Example {

  private static final String NAME = "RSA/ECB/OAEPWithSHA-256AndMGF1Padding";

  static void main(String[] args) {
    Example.main(new OaepDefaults(), args);
  }

  @Override
  public int run(PrintStream out) {
    KeyPair pair = ServerKey.generate().pair();
    try {
      byte[] wrapped = Crypto.wrap(pair.getPublic(), new byte[Crypto.AES_KEY_BYTES]);
      Cipher cipher = Cipher.getInstance(NAME);
      cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate());
      OAEPParameterSpec defaults = cipher.getParameters().getParameterSpec(OAEPParameterSpec.class);
      show("no parameters", defaults, pair, wrapped, out);
      show("MGF1ParameterSpec.SHA256", spec(PSource.PSpecified.DEFAULT), pair, wrapped, out);
      show("and a label", spec(new PSource.PSpecified(new byte[] {1})), pair, wrapped, out);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return 0;
  }

  private static OAEPParameterSpec spec(PSource label) {
    return new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, label);
  }

  private static void show(
      String what, OAEPParameterSpec spec, KeyPair pair, byte[] wrapped, PrintStream out) {
    AlgorithmParameterSpec mask = spec.getMGFParameters();
    String digest = ((MGF1ParameterSpec) mask).getDigestAlgorithm();
    out.printf(
        "%-26s%-9s%-9s%s%n", what, spec.getDigestAlgorithm(), digest, opened(spec, pair, wrapped));
  }

  private static String opened(OAEPParameterSpec spec, KeyPair pair, byte[] wrapped) {
    try {
      Cipher cipher = Cipher.getInstance(NAME);
      cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), spec);
      return "opens, %d bytes".formatted(cipher.doFinal(wrapped).length);
    } catch (GeneralSecurityException e) {
      return e.getClass().getSimpleName() + ": " + e.getMessage();
    }
  }
}
