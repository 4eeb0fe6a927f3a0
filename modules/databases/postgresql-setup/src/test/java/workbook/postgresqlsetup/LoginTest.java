package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The log-in on the wire")
class LoginTest {

  private Connection admin;

  @BeforeEach
  void role() throws SQLException {
    admin = TestServer.running().connect();
    execute("create role alice login password '" + HandShake.VERIFIER + "'");
  }

  @AfterEach
  void dropRole() throws SQLException {
    execute("drop role alice");
    admin.close();
  }

  @Test
  @DisplayName("with the right password, and the first query by hand")
  void right() throws IOException, Distrust {
    try (Wire wire = Wire.loopback(TestServer.running().port())) {
      Login login = new Login(wire, Login.Transcript.none());
      assertThat(login.scram("alice", "postgres", "pencil").isIn()).isTrue();
      assertThat(login.ask("select system_user")).isEqualTo("scram-sha-256:alice");
    }
  }

  @Test
  @DisplayName("by the local socket")
  void local() throws IOException, Distrust {
    try (Wire wire = Wire.local(TestServer.running().socket())) {
      Login login = new Login(wire, Login.Transcript.none());
      assertThat(login.scram("alice", "postgres", "pencil").isIn()).isTrue();
    }
  }

  @Test
  @DisplayName("with a wrong password, an unknown user, one without a password, no such database")
  void wrong() throws IOException, Distrust, SQLException {
    assertThat(log("alice", "postgres", "pencil2"))
        .isEqualTo(new Login.Outcome("28P01", "password authentication failed for user \"alice\""));
    assertThat(log("alice", "postgres", "").sqlState()).isEqualTo("28P01");
    // Who does not exist is asked for a proof all the same.
    assertThat(log("nobody", "postgres", "pencil"))
        .isEqualTo(
            new Login.Outcome("28P01", "password authentication failed for user \"nobody\""));
    execute("alter role alice password null");
    assertThat(log("alice", "postgres", "pencil").sqlState()).isEqualTo("28P01");
    execute("alter role alice password '" + HandShake.VERIFIER + "'");
    assertThat(log("alice", "nope", "pencil"))
        .isEqualTo(new Login.Outcome("3D000", "database \"nope\" does not exist"));
  }

  // The first four are those of RFC 4013, section 3; the bell is prohibited, and taken as it is.
  @ParameterizedTest(name = "\"{0}\" by \"{1}\"")
  @CsvSource({
    "I\u00ADX,IX",
    "user,user",
    "\u00AA,a",
    "\u2168,IX",
    "a\u00A0b,a b",
    "a\u0007,a\u0007"
  })
  @DisplayName("with a password that SASLprep makes another")
  void prepared(String stored, String typed) throws SQLException, IOException, Distrust {
    execute("alter role alice password '" + stored + "'");
    assertThat(log("alice", "postgres", typed).isIn()).isTrue();
    assertThat(log("alice", "postgres", stored).isIn()).isTrue();
    assertThat(log("alice", "postgres", typed + "x").isIn()).isFalse();
  }

  @Test
  @DisplayName("pgjdbc gets in by a verifier that is made here")
  void verifier() throws SQLException {
    byte[] salt = {1, 2, 3, 4, 5, 6, 7, 8};
    byte[] salted = Scram.saltedPassword(Scram.prepared("größe"), salt, 4097);
    Base64.Encoder base64 = Base64.getEncoder();
    execute(
        "alter role alice password 'SCRAM-SHA-256$4097:%s$%s:%s'"
            .formatted(
                base64.encodeToString(salt),
                base64.encodeToString(Scram.sha256(Scram.clientKey(salted))),
                base64.encodeToString(Scram.serverKey(salted))));
    String url = "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(TestServer.running().port());
    try (Connection connection = DriverManager.getConnection(url, "alice", "größe")) {
      assertThat(TestServer.value(connection, "select current_user")).isEqualTo("alice");
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "alice", "groesse").close())
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
  }

  @Test
  @DisplayName("not with a real server that stores passwords with few iterations")
  void fewIterations() throws SQLException {
    execute("set scram_iterations = 1");
    execute("alter role alice password 'pencil'");
    assertThatThrownBy(() -> log("alice", "postgres", "pencil"))
        .isInstanceOf(Distrust.class)
        .hasMessage("it asks for 1 iterations, and fewer than 4096 make guessing cheap");
  }

  // What psql sends: PostgreSQL 18, Frontend/Backend Protocol, 54.7, StartupMessage.
  @Test
  @DisplayName("the start-up message, byte by byte")
  void startUp() throws IOException {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("user", "alice");
    parameters.put("database", "postgres");
    assertThat(HexFormat.ofDelimiter(" ").formatHex(Wire.startUp(parameters)))
        .isEqualTo(
            "00 00 00 26 00 03 00 00 75 73 65 72 00 61 6c 69 63 65 00 64 61 74 61 62 61 73 65 00"
                + " 70 6f 73 74 67 72 65 73 00 00");
  }

  // RFC 1122, 4.2.3.4 (Nagle): a small piece waits while an earlier one is not acknowledged, and
  // 4.2.3.2: the other side may wait with that.
  @Test
  @DisplayName("a message leaves in one piece")
  void onePiece() throws IOException {
    List<String> pieces = new ArrayList<>();
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int one) {
            pieces.add("%02x".formatted(one));
          }

          @Override
          public void write(byte[] bytes, int offset, int length) {
            pieces.add(HexFormat.of().formatHex(bytes, offset, offset + length));
          }
        };
    try (Wire wire = new Wire(out, InputStream.nullInputStream(), out)) {
      wire.send('Q', Wire.zeroEnded("select 1"));
    }
    assertThat(pieces).containsExactly("510000000d73656c656374203100");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("not with a forged server, and each forgery is found out by itself")
  void forged(Forgery forgery) {
    Map<Forgery, String> reasons =
        Map.ofEntries(
            Map.entry(Forgery.CLEAR_TEXT, "clear text"),
            Map.entry(Forgery.MD5, "MD5"),
            Map.entry(Forgery.NO_PROOF, "without a proof"),
            Map.entry(Forgery.OTHER_MECHANISM, "[SCRAM-SHA-1]"),
            Map.entry(Forgery.OLD_NONCE, "does not begin with the client's"),
            Map.entry(Forgery.SHORT_NONCE, "adds 1 characters"),
            Map.entry(Forgery.FEW_ITERATIONS, "1 iterations"),
            Map.entry(Forgery.MANY_ITERATIONS, "2000000000 iterations"),
            Map.entry(Forgery.WRONG_SIGNATURE, "signature is wrong"),
            Map.entry(Forgery.NO_SIGNATURE, "without a signature"),
            Map.entry(Forgery.LONG_MESSAGE, "2147483647 bytes"));
    assertThatThrownBy(
            () -> {
              try (ForgedServer server = new ForgedServer(forgery);
                  Wire wire = Wire.loopback(server.port())) {
                new Login(wire, Login.Transcript.none()).scram("alice", "postgres", "pencil");
              }
            })
        .isInstanceOf(Distrust.class)
        .hasMessageContaining(reasons.get(forgery));
  }

  private static Login.Outcome log(String user, String database, String password)
      throws IOException, Distrust {
    try (Wire wire = Wire.loopback(TestServer.running().port())) {
      return new Login(wire, Login.Transcript.none()).scram(user, database, password);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = admin.createStatement()) {
      statement.execute(sql);
    }
  }
}
