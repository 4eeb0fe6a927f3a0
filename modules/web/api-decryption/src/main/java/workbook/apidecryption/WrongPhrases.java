package workbook.apidecryption;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Tries phrases that are wrong, and counts how each is noticed.
@Command(
    name = "api-decryption/wrong-phrases",
    description = "How wrong phrases are noticed: by the padding, by the text, or not at all.")
public final class WrongPhrases implements Example {

  private static final String TEXT = "U2FsdGVkX18BAgMEAQIDBNRowQ1vu1XEVt1362UKghw=";

  @Parameters(
      index = "0",
      paramLabel = "N",
      arity = "0..1",
      description = "How many phrases to try; ${DEFAULT-VALUE} if not given.")
  private int n = 10_000;

  static void main(String[] args) {
    Example.main(new WrongPhrases(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("N", n, 1, 10_000_000);
    Salted salted = Salted.read(Base64.getDecoder().decode(TEXT));
    int padding = 0;
    int noText = 0;
    for (int i = 0; i < n; i++) {
      byte[] phrase = ("wrong " + i).getBytes(StandardCharsets.UTF_8);
      KeyAndIv secret = EvpBytesToKey.derive("MD5", phrase, salted.salt(), 32, 16);
      byte[] blocks =
          BlockDecryption.decrypt(BlockCipher.AES, Mode.CBC, secret, salted.cipherText());
      try {
        byte[] plain = Padding.PKCS7.remove(blocks, 16);
        noText += Utf8.faults(plain).isEmpty() ? 0 : 1;
      } catch (Padding.WrongPadding _) {
        padding++;
      }
    }
    out.printf("wrong phrases tried                %d%n", n);
    out.printf("noticed by the padding             %d%n", padding);
    out.printf("padding right, but no UTF-8        %d%n", noText);
    out.printf("UTF-8, and not noticed             %d%n", n - padding - noText);
    return 0;
  }
}
