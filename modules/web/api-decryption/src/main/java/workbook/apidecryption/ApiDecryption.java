package workbook.apidecryption;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// The question of this topic: the page shows words, the network tab shows Base64. Where is the
/// key?
@Command(
    name = "api-decryption",
    description = "Serves a page on loopback, finds the call in its script, and decrypts its data.")
public final class ApiDecryption implements Example {

  @Option(
      names = "--keep",
      description = "Leave the page there until Ctrl-C, and print its address.")
  private boolean keep;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The page's port; any that is free if not given.")
  private int port;

  static void main(String[] args) {
    Example.main(new ApiDecryption(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--port", port, 0, 65_535);
    try (Board board = Board.serve(port)) {
      walk(board.address(), out);
      if (keep) {
        out.printf("%n%s  Ctrl-C ends it%n", board.address());
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static void walk(URI address, PrintStream out) throws InterruptedException {
    String text = get(address, "/api/board", out);
    String code = get(address, "/" + Board.SCRIPT, out);

    CryptoCall call = Find.in(() -> Script.parse(Board.SCRIPT, code)).calls().getFirst();
    Find.print(call, out);

    Salted salted = Salted.read(Encoding.BASE64.bytes("the answer", text));
    KeyAndIv secret =
        EvpBytesToKey.derive(
            "MD5",
            call.key().option().getBytes(StandardCharsets.UTF_8),
            salted.salt(),
            Settings.DEFAULT.cipher().derivedKey(),
            Settings.DEFAULT.cipher().block());
    Decryption decryption = Decryption.of(Settings.DEFAULT, secret, salted.cipherText());
    HexFormat hex = HexFormat.of();
    out.println("salt  " + hex.formatHex(salted.salt()));
    out.println("key   " + hex.formatHex(secret.key()));
    out.println("IV    " + hex.formatHex(secret.iv()));
    out.println("text  " + decryption.text());
  }

  private static String get(URI address, String path, PrintStream out) throws InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String body =
          client
              .send(
                  HttpRequest.newBuilder(address.resolve(path)).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      String begin = body.lines().findFirst().orElse("");
      out.printf(
          "GET %s: %d characters, %s...%n",
          path, body.length(), begin.substring(0, Math.min(40, begin.length())));
      return body;
    } catch (IOException e) {
      throw new Refusal("%s does not answer: %s".formatted(address, e.getMessage()), e);
    }
  }
}
