package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import workbook.lab.Printable;

@DisplayName("Hostile bodies")
@ExtendWith(RunningServer.Extension.class)
class HostileTest {

  private static final long SEED = 20261127;
  private static final String PASSWORD = "correct horse";

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  /// All that a client can tell answers apart by, but the time.
  private record Seen(int status, Map<String, List<String>> headers, String body) {}

  private static Seen answer(
      HttpClient client, RunningServer server, String contentType, byte[] body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.address().resolve("/login"))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers().map());
    headers.remove("date");
    return new Seen(response.statusCode(), headers, response.body());
  }

  @Test
  @DisplayName("150 of them: one answer, no stack trace, no secret in a log at DEBUG")
  void some(RunningServer server) throws Exception {
    assertOneAnswer(150, server);
  }

  @Test
  @Tag("solutions")
  @DisplayName("2,000 of them: one answer, no stack trace, no secret in a log at DEBUG")
  void many(RunningServer server) throws Exception {
    assertOneAnswer(2_000, server);
  }

  private void assertOneAnswer(int count, RunningServer server) throws Exception {
    HostileBodies bodies = new HostileBodies(random, server.keys.current(), server.clock.millis());
    Set<Seen> answers = new HashSet<>();
    List<ILoggingEvent> events =
        RunningServer.logged(
            "org.springframework.web",
            Level.DEBUG,
            () -> {
              try (HttpClient client = HttpClient.newHttpClient()) {
                for (int i = 0; i < count; i++) {
                  byte[] body = bodies.next();
                  Seen seen = answer(client, server, "application/json", body);
                  assertThat(seen.status())
                      .as(
                          "seed %d, body %d: %s",
                          SEED, i, Printable.of(new String(body, StandardCharsets.UTF_8)))
                      .isEqualTo(400);
                  answers.add(seen);
                }
              }
            });
    assertThat(answers).as("different answers").hasSize(1);
    assertThat(answers.iterator().next().body()).isEqualTo("{\"error\":\"not accepted\"}");
    assertThat(events).hasSizeGreaterThan(count);
    assertSilent(events, server);
    assertAlive(server);
  }

  private static void assertSilent(List<ILoggingEvent> events, RunningServer server) {
    assertThat(
            events.stream()
                .filter(event ->
                    event.getThrowableProxy() != null
                        || event.getFormattedMessage().contains("\tat "))
                .toList())
        .as("events with a stack trace")
        .isEmpty();
    assertNoSecret(events, server);
  }

  private static void assertNoSecret(List<ILoggingEvent> events, RunningServer server) {
    List<String> secrets = secrets(server.keys.current());
    assertThat(
            events.stream()
                .map(event ->
                    event.getFormattedMessage()
                        + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                .filter(text -> secrets.stream().anyMatch(text::contains))
                .toList())
        .as("events with a secret")
        .isEmpty();
  }

  private static List<String> secrets(ServerKey key) {
    RSAPrivateKey secret = (RSAPrivateKey) key.pair().getPrivate();
    byte[] exponent = secret.getPrivateExponent().toByteArray();
    return List.of(
        PASSWORD,
        Base64.getEncoder().encodeToString(PASSWORD.getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(PASSWORD.getBytes(StandardCharsets.UTF_8)),
        secret.getPrivateExponent().toString(),
        secret.getPrivateExponent().toString(16),
        Base64.getEncoder().encodeToString(Arrays.copyOf(exponent, 30)));
  }

  private static void assertAlive(RunningServer server) throws InterruptedException {
    try (LoginClient client = server.client()) {
      assertThat(client.login("ada", PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  @DisplayName(
      "every logger at TRACE: a good login, and sealed texts that are no login, leave no secret")
  void trace(RunningServer server) throws Exception {
    List<String> plain =
        List.of(
            "{\"user\":\"ada\",\"password\":\"correct horse\"}",
            "{\"user\":\"ada\",\"password\":correct horse}",
            "{\"user\":\"ada\",\"password\":[\"correct horse\"]}",
            "correct horse");
    Sealer sealer = new Sealer(server.keys.current().jwk(), new SecureRandom());
    List<ILoggingEvent> events =
        RunningServer.logged(
            "ROOT",
            Level.TRACE,
            () -> {
              try (LoginClient client = server.client()) {
                for (String text : plain) {
                  byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                  client.post(
                      "/login",
                      LoginClient.json(
                          sealer.seal(HostileBodies.TARGET, server.clock.millis(), bytes)));
                }
              }
            });
    assertThat(events).hasSizeGreaterThan(50);
    // Tomcat notes with a stack trace that a client is gone, also one of another test's.
    assertNoSecret(events, server);
  }

  @Test
  @DisplayName(
      "too large, chunked, of another type, with a parameter of their own: the same answer")
  void kinds(RunningServer server) throws Exception {
    byte[] large = new byte[1 << 20];
    Arrays.fill(large, (byte) ' ');
    byte[] small = "{}".getBytes(StandardCharsets.UTF_8);
    Set<Seen> answers = new HashSet<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      answers.add(answer(client, server, "application/json", large));
      for (String type :
          List.of(
              "application/json",
              "text/plain",
              "application/xml",
              "application/json; charset=utf-16",
              "application/json; charset=none",
              "application/x-www-form-urlencoded",
              "nonsense")) {
        answers.add(answer(client, server, type, small));
      }
      HttpRequest chunked =
          HttpRequest.newBuilder(server.address().resolve("/login"))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
              .build();
      HttpResponse<String> response = client.send(chunked, BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(400);
    }
    assertThat(answers).as("different answers").hasSize(1);
  }

  @Test
  @DisplayName("from a client that accepts no JSON: the same answer, and no stack trace")
  void accept(RunningServer server) throws Exception {
    Set<String> answers = new HashSet<>();
    // At DEBUG Spring itself logs a stack trace for an Accept header that is no media type.
    List<ILoggingEvent> events =
        RunningServer.logged(
            "org.springframework.web",
            Level.INFO,
            () -> {
              try (HttpClient client = HttpClient.newHttpClient()) {
                for (String type :
                    List.of("application/json", "application/xml", "text/html", "nonsense")) {
                  HttpRequest request =
                      HttpRequest.newBuilder(server.address().resolve("/login"))
                          .header("Content-Type", "application/json")
                          .header("Accept", type)
                          .POST(BodyPublishers.ofString("{}"))
                          .build();
                  HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                  answers.add(response.statusCode() + " " + response.body());
                }
              }
            });
    assertThat(answers).containsExactly("400 {\"error\":\"not accepted\"}");
    assertSilent(events, server);
  }

  @Test
  @DisplayName("a good body is UTF-8, whatever its sender says of a charset")
  void charset(RunningServer server) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        LoginClient sealing = server.client()) {
      for (String charset : List.of("utf-8", "iso-8859-1", "utf-16", "ibm037")) {
        byte[] body =
            sealing.sealed("POST /login", "ada", PASSWORD).getBytes(StandardCharsets.UTF_8);
        assertThat(answer(client, server, "application/json; charset=" + charset, body).status())
            .as(charset)
            .isEqualTo(200);
      }
    }
  }

  @Test
  @DisplayName("that end early, or whose sender is gone: nothing but one line in the log")
  void cutOff(RunningServer server) throws Exception {
    List<ILoggingEvent> events =
        RunningServer.logged(
            "org.springframework.web",
            Level.DEBUG,
            () -> {
              for (String head :
                  List.of(
                      "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"kid\":",
                      "POST /login HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                      "POST /login HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                      "POST /login HTTP/1.1\r\n\r\n",
                      "\u0000\u0001\u0002\r\n\r\n")) {
                try (Socket socket =
                    new Socket(InetAddress.getLoopbackAddress(), server.address().getPort())) {
                  OutputStream out = socket.getOutputStream();
                  out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                  socket.shutdownOutput();
                  socket.getInputStream().readAllBytes();
                }
              }
            });
    assertSilent(events, server);
    assertAlive(server);
  }
}
