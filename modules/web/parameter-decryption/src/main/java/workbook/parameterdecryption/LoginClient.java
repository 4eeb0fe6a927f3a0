package workbook.parameterdecryption;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import tools.jackson.databind.json.JsonMapper;
import workbook.lab.Refusal;

/// A client that does what the page's script does.
final class LoginClient implements AutoCloseable {

  /// What the server said.
  record Answer(int status, String body) {}

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SecureRandom random = new SecureRandom();
  private final URI server;
  private final InstantSource clock;

  private Sealer sealer;
  private Instant fetched = Instant.MIN;

  LoginClient(URI server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  /// What seals for the server's key, which is fetched when there is none, or when the server no
  /// longer vouches for it.
  synchronized Sealer sealer() throws InterruptedException {
    Instant now = clock.instant();
    if (sealer == null || !now.isBefore(fetched.plus(KeyRing.HANDED_OUT))) {
      HttpRequest request = HttpRequest.newBuilder(server.resolve("/key")).build();
      sealer = new Sealer(JSON.readValue(send(request).body(), PublicJwk.class), random);
      fetched = now;
    }
    return sealer;
  }

  /// A login, sealed, as JSON.
  String sealed(String target, String user, String password) throws InterruptedException {
    byte[] plain = JSON.writeValueAsBytes(new Login(user, password));
    return json(sealer().seal(target, clock.millis(), plain));
  }

  static String json(Envelope envelope) {
    return JSON.writeValueAsString(envelope);
  }

  Answer login(String user, String password) throws InterruptedException {
    return post("/login", sealed("POST /login", user, password));
  }

  Answer post(String path, String body) throws InterruptedException {
    return post(path, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer post(String path, byte[] body) throws InterruptedException {
    return send(
        HttpRequest.newBuilder(server.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  private Answer send(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new Refusal("%s does not answer: %s".formatted(server, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
