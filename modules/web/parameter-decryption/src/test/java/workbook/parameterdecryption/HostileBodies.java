package workbook.parameterdecryption;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Bodies that must not be accepted, most of them made of good ones.
final class HostileBodies {

  static final String TARGET = "POST /login";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<String> FIELDS = List.of("kid", "key", "iv", "time", "data");
  private static final List<String> TEXTS =
      List.of(
          "null",
          "[]",
          "{}",
          "true",
          "-1",
          "1e400",
          "0.5",
          "\"\"",
          "\"\\u0000\\r\\n\\u001b[2J\"",
          "\"\\ud800\"",
          "\"AAAA\"",
          "\"!\"",
          "[[[[[]]]]]",
          "99999999999999999999999999",
          "\"${jndi:ldap://127.0.0.1/a}\"");

  private final RandomGenerator random;
  private final Sealer sealer;
  private final long now;

  HostileBodies(RandomGenerator random, ServerKey key, long now) {
    this.random = random;
    this.sealer = new Sealer(key.jwk(), new SecureRandom());
    this.now = now;
  }

  /// One of a kind that is drawn.
  byte[] next() {
    return switch (random.nextInt(14)) {
      case 0 -> bytes(random.nextInt(2000));
      case 1 -> cut();
      case 2 -> flipped();
      case 3 -> without();
      case 4 -> replaced();
      case 5 -> twice();
      case 6 -> nested();
      case 7 -> mixed();
      case 8 -> lengths();
      case 9 -> untimely();
      case 10 -> sealedNonsense();
      case 11 -> elsewhere();
      case 12 -> new String(good(), StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16LE);
      default -> unsealed();
    };
  }

  private Envelope sealed(String plain) {
    return sealer.seal(TARGET, now, plain.getBytes(StandardCharsets.UTF_8));
  }

  private Envelope login() {
    return sealed("{\"user\":\"ada\",\"password\":\"correct horse\"}");
  }

  private byte[] good() {
    return json(login());
  }

  private static byte[] json(Envelope envelope) {
    return LoginClient.json(envelope).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] cut() {
    byte[] good = good();
    return Arrays.copyOf(good, random.nextInt(good.length));
  }

  /// Within the key's name and the wrapped key, where every bit counts.
  private byte[] flipped() {
    byte[] good = good();
    good[random.nextInt(300)] ^= (byte) (1 << random.nextInt(8));
    return good;
  }

  private byte[] without() {
    ObjectNode node = (ObjectNode) JSON.readTree(good());
    node.remove(any(FIELDS));
    return JSON.writeValueAsBytes(node);
  }

  private byte[] replaced() {
    ObjectNode node = (ObjectNode) JSON.readTree(good());
    String field = any(FIELDS);
    node.put(field, "@");
    return JSON.writeValueAsString(node)
        .replace("\"@\"", any(TEXTS))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A field that stands twice: whoever checks the one may use the other.
  private byte[] twice() {
    String good = new String(good(), StandardCharsets.UTF_8);
    String more = "\"%s\":%s,".formatted(any(FIELDS), any(TEXTS));
    return ("{" + more + good.substring(1)).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] nested() {
    String open = random.nextBoolean() ? "[" : "{\"kid\":";
    return open.repeat(1 + random.nextInt(1000)).getBytes(StandardCharsets.UTF_8);
  }

  /// The parts of two good bodies.
  private byte[] mixed() {
    Envelope one = login();
    Envelope other = login();
    return json(
        switch (random.nextInt(3)) {
          case 0 -> new Envelope(one.kid(), other.key(), one.iv(), now, one.data());
          case 1 -> new Envelope(one.kid(), one.key(), other.iv(), now, one.data());
          default -> new Envelope(one.kid(), one.key(), one.iv(), now, other.data());
        });
  }

  private byte[] lengths() {
    Envelope good = login();
    byte[] part = bytes(random.nextInt(3) == 0 ? 0 : random.nextInt(600));
    return json(
        switch (random.nextInt(3)) {
          case 0 -> new Envelope(good.kid(), part, good.iv(), now, good.data());
          case 1 -> new Envelope(good.kid(), good.key(), part, now, good.data());
          default -> new Envelope(good.kid(), good.key(), good.iv(), now, part);
        });
  }

  /// Too old, too early, or another time than the tag covers.
  private byte[] untimely() {
    long[] times = {Long.MIN_VALUE, Long.MAX_VALUE, 0, now - 120_001, now + 30_001, now + 1};
    Envelope good = login();
    long time = times[random.nextInt(times.length)];
    return json(new Envelope(good.kid(), good.key(), good.iv(), time, good.data()));
  }

  /// Sealed by somebody who has the public key, as everybody has: no JSON, or none of a login.
  private byte[] sealedNonsense() {
    return json(
        sealed(
            any(
                List.of(
                    "",
                    "null",
                    "correct horse",
                    "{\"user\":\"ada\",\"password\":correct horse}",
                    "{\"user\":\"ada\",\"password\":[\"correct horse\"]}",
                    "{\"user\":\"ada\",\"password\":null}",
                    "{\"user\":\"ada\",\"password\":\"correct horse\",\"correct horse\":1}",
                    "{\"user\":\"ada\"}",
                    "[".repeat(2000),
                    "{\"user\":\"ada\",\"password\":\"correct horse\"} correct horse"))));
  }

  private byte[] elsewhere() {
    String target =
        any(
            List.of(
                "POST /transfer", "GET /login", "POST /login/", "POST /login?", "POST  /login"));
    return json(
        sealer.seal(
            target,
            now,
            "{\"user\":\"ada\",\"password\":\"correct horse\"}".getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] unsealed() {
    List<String> bodies = new ArrayList<>(TEXTS);
    bodies.add("{\"user\":\"ada\",\"password\":\"correct horse\"}");
    bodies.add("user=ada&password=correct+horse");
    bodies.add("<login><password>correct horse</password></login>");
    return any(bodies).getBytes(StandardCharsets.UTF_8);
  }

  private <E> E any(List<E> values) {
    return values.get(random.nextInt(values.size()));
  }
}
