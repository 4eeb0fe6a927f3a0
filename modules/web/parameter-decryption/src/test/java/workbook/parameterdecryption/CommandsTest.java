package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import workbook.lab.Example;
import workbook.topictest.Printed;

/// What starts a server of its own.
@Tag("solutions")
@DisplayName("The commands")
class CommandsTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @Test
  @DisplayName("--keep leaves the page there until it is interrupted, and then nothing listens")
  void keep() throws Exception {
    PipedInputStream read = new PipedInputStream(1 << 16);
    // Connected before anybody reads.
    PipedOutputStream written = new PipedOutputStream(read);
    FutureTask<Integer> kept =
        new FutureTask<>(() -> {
          try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            return Example.run(new ParameterDecryption(), out, out, "--keep");
          }
        });
    Thread thread = Thread.ofPlatform().start(kept);
    try (Scanner scanner = new Scanner(read, StandardCharsets.UTF_8);
        HttpClient client = HttpClient.newHttpClient()) {
      URI address = URI.create(scanner.findWithinHorizon(ADDRESS, 1 << 16));
      HttpResponse<String> page = get(client, address);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("Sealed login");
      assertThat(get(client, address.resolve("seal.js")).headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
      assertThat(get(client, address.resolve("..%2fOpener.class")).statusCode())
          .isBetween(400, 404);
      thread.interrupt();
      assertThat(kept.get()).isZero();
      thread.join();
      assertThat(catchThrowable(() -> get(client, address))).isInstanceOf(ConnectException.class);
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address)
      throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  @DisplayName("a port that is taken, or none")
  void port() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(Printed.by(new ParameterDecryption(), "--port", port))
          .isEqualTo(
              Printed.refusal(
                  new ParameterDecryption(),
                  "port %s is taken: give another with --port".formatted(port)));
    }
    assertThat(Printed.by(new ParameterDecryption(), "--port", "65536"))
        .isEqualTo(
            Printed.refusal(
                new ParameterDecryption(),
                "--port must be a whole number from 0 to 65535, and was '65536'"));
  }

  @Test
  @DisplayName("a second of load, and no login fails")
  void load() {
    Printed printed = Printed.by(new Load(), "--seconds", "1", "--clients", "2", "--rotate");
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out()).containsPattern("logins +[1-9]\\d*, 0 of them failed\n");
    assertThat(printed.status()).isZero();
    assertThat(Printed.by(new Load(), "--seconds", "0"))
        .isEqualTo(
            Printed.refusal(
                new Load(), "--seconds must be a whole number from 1 to 600, and was '0'"));
  }
}
