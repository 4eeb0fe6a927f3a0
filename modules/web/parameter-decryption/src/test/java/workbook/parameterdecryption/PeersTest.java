package workbook.parameterdecryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import workbook.topictest.NodePackages;

@Tag("peers")
@DisplayName("Web Crypto, in Node and in Chromium")
class PeersTest {

  private static final long SEED = 20261127;
  private static final String TARGET = "POST /login";
  private static final NodePackages PACKAGES = new NodePackages("playwright-core@1.65.1");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  private static JsonNode ask(String what, List<?> questions) {
    return JSON.readTree(PACKAGES.ask(PeersTest.class, what, JSON.writeValueAsString(questions)));
  }

  @Test
  @DisplayName("Node seals 200 random texts, and Java opens them")
  void nodeSeals() {
    TestClock clock = new TestClock();
    KeyRing keys = new KeyRing(ServerKey::generate, clock, KeyRing.OVERLAP);
    Freshness freshness = new Freshness(clock);
    Opener opener = new Opener(keys, freshness, new NonceStore(freshness, 1000));
    List<String> texts = new ArrayList<>();
    List<Map<String, Object>> questions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(text());
      questions.add(
          Map.of(
              "jwk",
              keys.current().jwk(),
              "target",
              TARGET,
              "time",
              clock.millis() - random.nextInt(120_000),
              "value",
              texts.getLast()));
    }
    JsonNode answers = ask("seal", questions);
    for (int i = 0; i < texts.size(); i++) {
      Envelope envelope = JSON.treeToValue(answers.get(i), Envelope.class);
      String plain = new String(opener.open(envelope, TARGET), StandardCharsets.UTF_8);
      assertThat(JSON.readValue(plain, String.class))
          .as("seed %d, text %d", SEED, i)
          .isEqualTo(texts.get(i));
    }
  }

  @Test
  @DisplayName("Java seals 200 random texts, and Node opens them")
  void javaSeals() {
    ServerKey key = ServerKey.generate();
    Sealer sealer = new Sealer(key.jwk(), new SecureRandom());
    String pkcs8 = Base64.getEncoder().encodeToString(key.pair().getPrivate().getEncoded());
    List<String> texts = new ArrayList<>();
    List<Map<String, Object>> questions = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      texts.add(text());
      byte[] plain = texts.getLast().getBytes(StandardCharsets.UTF_8);
      questions.add(
          Map.of(
              "pkcs8", pkcs8,
              "target", TARGET,
              "envelope", sealer.seal(TARGET, random.nextInt(), plain)));
    }
    JsonNode answers = ask("open", questions);
    for (int i = 0; i < texts.size(); i++) {
      assertThat(answers.get(i).stringValue())
          .as("seed %d, text %d", SEED, i)
          .isEqualTo(texts.get(i));
    }
  }

  /// Of any characters but halves of pairs, which UTF-8 cannot say.
  private String text() {
    return random
        .ints(random.nextInt(200), 1, 0x10FFFF)
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  @DisplayName("a login from Node, and one from the page in Chromium, right and wrong")
  void login(@TempDir Path folder) throws Exception {
    InstantSource clock = InstantSource.system();
    KeyRing keys = new KeyRing(ServerKey::generate, clock, KeyRing.OVERLAP);
    Path picture = folder.resolve("page.png");
    try (LoginServer server = LoginServer.start(0, keys, clock, Map.of())) {
      assertThat(ask("login", List.of(question(server, "correct horse", picture))).get(0))
          .hasToString("{\"status\":200,\"body\":{\"user\":\"ada\"}}");

      JsonNode answers =
          ask(
              "browser",
              List.of(
                  question(server, "correct house", picture),
                  question(server, "correct horse", picture)));
      assertThat(answers.get(0).get("answer").stringValue())
          .isEqualTo("401 {\"error\":\"user or password is wrong\"}");
      assertThat(answers.get(1).get("answer").stringValue()).isEqualTo("200 {\"user\":\"ada\"}");
      JsonNode sent = answers.get(1).get("sent");
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0).stringValue()).startsWith("{\"kid\":").doesNotContain("horse", "ada");

      // What the browser sent is a body like any other, and was accepted once.
      try (LoginClient client = new LoginClient(server.address(), clock)) {
        assertThat(client.post("/login", sent.get(0).stringValue()).status()).isEqualTo(409);
      }
    }
    assertThat(Files.size(picture)).isGreaterThan(1000);
  }

  private static Map<String, String> question(LoginServer server, String password, Path picture) {
    return Map.of(
        "server",
        server.address().toString(),
        "user",
        "ada",
        "password",
        password,
        "picture",
        picture.toString());
  }
}
