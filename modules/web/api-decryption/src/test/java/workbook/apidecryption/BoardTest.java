package workbook.apidecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;
import java.util.concurrent.FutureTask;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.lab.Example;
import workbook.topictest.Printed;

@DisplayName("The page, and the walk from its script to its data")
class BoardTest {

  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/");

  @Test
  @DisplayName("is served, with its script and its data, and nothing else")
  void served() throws IOException, InterruptedException {
    try (Board board = Board.serve(0);
        HttpClient client = HttpClient.newHttpClient()) {
      assertThat(get(client, board.address(), "").body()).contains("<script src=\"board.min.js\">");
      assertThat(get(client, board.address(), "board.min.js").headers().firstValue("Content-Type"))
          .contains("text/javascript; charset=utf-8");
      assertThat(get(client, board.address(), "api/board").body()).startsWith("U2FsdGVkX1");
      assertThat(get(client, board.address(), "../pom.xml").statusCode()).isEqualTo(404);
      HttpRequest post =
          HttpRequest.newBuilder(board.address()).POST(HttpRequest.BodyPublishers.noBody()).build();
      assertThat(client.send(post, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(405);
    }
  }

  private static HttpResponse<String> get(HttpClient client, URI address, String path)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(address.resolve(path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  @DisplayName("the walk ends with the data")
  void walk() {
    Printed printed = Printed.by(new ApiDecryption());
    assertThat(printed.err()).isEmpty();
    assertThat(printed.out())
        .contains("key: the phrase \"not-a-secret\"")
        .endsWith("text  " + Board.DATA + "\n");
    assertThat(printed.status()).isZero();
  }

  @Test
  @DisplayName("--keep leaves it there until it is interrupted, and then nothing listens")
  void keep() throws Exception {
    PipedInputStream read = new PipedInputStream(1 << 16);
    // Connected before anybody reads.
    PipedOutputStream written = new PipedOutputStream(read);
    FutureTask<Integer> kept =
        new FutureTask<>(() -> {
          try (PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            return Example.run(new ApiDecryption(), out, out, "--keep");
          }
        });
    Thread thread = Thread.ofPlatform().start(kept);
    URI address;
    try (Scanner scanner = new Scanner(read, StandardCharsets.UTF_8);
        HttpClient client = HttpClient.newHttpClient()) {
      address = URI.create(scanner.findWithinHorizon(ADDRESS, 1 << 16));
      assertThat(get(client, address, "").statusCode()).isEqualTo(200);
      thread.interrupt();
      assertThat(kept.get()).isZero();
      thread.join();
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> get(client, address, "")))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  @DisplayName("a port that is taken, or none")
  void port() {
    try (Board board = Board.serve(0)) {
      String port = String.valueOf(board.address().getPort());
      assertThat(Printed.by(new ApiDecryption(), "--port", port))
          .isEqualTo(
              Printed.refusal(
                  new ApiDecryption(),
                  "port %s is taken: give another with --port".formatted(port)));
    }
    assertThat(Printed.by(new ApiDecryption(), "--port", "65536"))
        .isEqualTo(
            Printed.refusal(
                new ApiDecryption(),
                "--port must be a whole number from 0 to 65535, and was '65536'"));
  }
}
