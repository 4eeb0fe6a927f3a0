package workbook.postgresqlsetup;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// From the first byte of a connection to `ReadyForQuery`, as a client that does not trust the
/// server: it lets it prove that it has the password's verifier, too.
final class Login {

  private static final String MECHANISM = "SCRAM-SHA-256";

  private static final int OK = 0;
  private static final int CLEARTEXT = 3;
  private static final int MD5 = 5;
  private static final int SASL = 10;
  private static final int SASL_CONTINUE = 11;
  private static final int SASL_FINAL = 12;

  private final Wire wire;
  private final Transcript transcript;

  Login(Wire wire, Transcript transcript) {
    this.wire = wire;
    this.transcript = transcript;
  }

  /// Is told of every message.
  interface Transcript {
    void sent(char type, String name, byte[] body);

    void received(Message message);

    /// Says nothing of them.
    static Transcript none() {
      return new Transcript() {
        @Override
        public void sent(char type, String name, byte[] body) {
          // Not wanted.
        }

        @Override
        public void received(Message message) {
          // Not wanted.
        }
      };
    }
  }

  /// What became of it.
  ///
  /// @param sqlState of the error by which the server sent the client away; empty if it did not
  record Outcome(String sqlState, String message) {

    boolean isIn() {
      return sqlState.isEmpty();
    }
  }

  /// A nonce as PostgreSQL's own clients make it: 18 random bytes in Base64.
  static String nonce() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /// Logs in with a password that has to be proved by SCRAM.
  ///
  /// @throws Distrust if the server asks for what would give the password away, or cannot prove
  ///   that it knows the client
  Outcome scram(String user, String database, String password) throws IOException, Distrust {
    start(user, database, Map.of());
    ScramClient scram = new ScramClient("", password, nonce());
    Message message = receive();
    if (message.type() == 'E') {
      return error(message);
    }
    expect(message, SASL);
    Set<String> offered = new TreeSet<>(List.of(message.text().split("\0")));
    if (!offered.contains(MECHANISM)) {
      throw new Distrust("it offers %s, and not %s", offered, MECHANISM);
    }
    send('p', "SASLInitialResponse", initial(scram.first()));
    message = receive();
    if (message.type() == 'E') {
      return error(message);
    }
    expect(message, SASL_CONTINUE);
    String answer = scram.last(message.text());
    send('p', "SASLResponse", answer.getBytes(StandardCharsets.UTF_8));
    message = receive();
    if (message.type() == 'E') {
      return error(message);
    }
    expect(message, SASL_FINAL);
    scram.check(message.text());
    expect(receive(), OK);
    return ready();
  }

  /// Logs in where nothing is asked: by `trust`, or not at all.
  ///
  /// @param more parameters of the start-up message
  Outcome open(String user, String database, Map<String, String> more)
      throws IOException, Distrust {
    start(user, database, more);
    Message message = receive();
    if (message.type() == 'E') {
      return error(message);
    }
    expect(message, OK);
    return ready();
  }

  /// Asks the first query, once logged in, and returns the first value of the answer.
  String ask(String sql) throws IOException, Distrust {
    send('Q', "Query", Wire.zeroEnded(sql));
    String value = "";
    while (true) {
      Message message = receive();
      switch (message.type()) {
        // How many values, the length of the first, the first.
        case 'D' -> {
          int length = ByteBuffer.wrap(message.body()).getInt(2);
          value = new String(message.body(), 6, length, StandardCharsets.UTF_8);
        }
        case 'Z' -> {
          return value;
        }
        default -> {
          // What the row looks like, and that it was the last.
        }
      }
    }
  }

  private void start(String user, String database, Map<String, String> more) throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("user", user);
    parameters.put("database", database);
    parameters.putAll(more);
    byte[] bytes = Wire.startUp(parameters);
    transcript.sent(' ', "StartupMessage", bytes);
    wire.send(bytes);
  }

  /// Name of the mechanism, length of the text, text.
  private static byte[] initial(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(body);
    data.write(Wire.zeroEnded(MECHANISM));
    data.writeInt(bytes.length);
    data.write(bytes);
    return body.toByteArray();
  }

  /// Goes on to the first `Z`. An error may still come: the database is looked for only now.
  private Outcome ready() throws IOException, Distrust {
    while (true) {
      Message message = receive();
      switch (message.type()) {
        case 'E' -> {
          return error(message);
        }
        case 'Z' -> {
          return new Outcome("", "ready");
        }
        case 'S', 'K', 'N' -> {
          // A parameter, the key to cancel a query, a notice.
        }
        default -> throw new Distrust("it sends %s before it is ready", message.type());
      }
    }
  }

  private void send(char type, String name, byte[] body) throws IOException {
    transcript.sent(type, name, body);
    wire.send(type, body);
  }

  private Message receive() throws IOException, Distrust {
    Message message = wire.receive();
    transcript.received(message);
    return message;
  }

  private static Outcome error(Message message) {
    Map<Character, String> fields = message.fields();
    return new Outcome(fields.getOrDefault('C', "?????"), fields.getOrDefault('M', ""));
  }

  private static void expect(Message message, int wanted) throws Distrust {
    if (message.type() != 'R') {
      throw new Distrust("it sends %s, and an answer to the log-in is due", message.type());
    }
    int request = message.request();
    if (request == wanted) {
      return;
    }
    if (request == OK && wanted == SASL_FINAL) {
      throw new Distrust("it lets in without a signature: any proof would have done");
    }
    throw switch (request) {
      case OK -> new Distrust("it lets in without a proof, and proves nothing itself");
      case CLEARTEXT -> new Distrust("it asks for the password in clear text");
      case MD5 -> new Distrust("it asks for an MD5 hash, which is as good as the password");
      default -> new Distrust("it asks for %d, and %d is due", request, wanted);
    };
  }
}
