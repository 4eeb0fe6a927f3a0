package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("The rule that decides is the one that PostgreSQL 18 names in its log")
class DecisionsTest {

  private static final Pattern LET_IN = Pattern.compile("connection authenticated: .*:(\\d+)\\)$");

  private static final Roles ROLES =
      new Roles(
          Map.of("bob", Set.of("staff"), "staff", Set.of("all_hands"), "carol", Set.of("sales")));

  private static final List<String> NAMES =
      List.of(
          "all",
          "sameuser",
          "samerole",
          "bob",
          "sales",
          "\"all\"",
          "/^b",
          "x,bob",
          "hr",
          "/l$",
          "replication");

  private static final List<String> USERS =
      List.of(
          "all",
          "bob",
          "+staff",
          "+all_hands",
          "\"+staff\"",
          "carol",
          "/o",
          "postgres",
          "nobody",
          "+sales");

  private Cluster cluster;
  private Connection admin;
  private Path rules;
  private String before;

  @BeforeEach
  void roles() throws SQLException, IOException {
    cluster = TestServer.running();
    rules = cluster.data().resolve("pg_hba.conf");
    before = Files.readString(rules);
    admin = cluster.connect();
    try (Statement statement = admin.createStatement()) {
      statement.execute(
          "create role all_hands; create role staff in role all_hands; create role sales;"
              + " create role bob login in role staff; create role carol login in role sales");
    }
  }

  @AfterEach
  void restore() throws SQLException, IOException {
    Files.writeString(rules, before);
    TestServer.reload(admin);
    try (Statement statement = admin.createStatement()) {
      statement.execute("drop role bob, carol, staff, sales, all_hands");
    }
    admin.close();
  }

  @Test
  @DisplayName("for 30 random requests by TCP and by socket")
  void some() throws IOException, SQLException, Distrust {
    assertThat(decided(2, 15)).as("different answers").hasSizeGreaterThan(3);
  }

  @Test
  @Tag("solutions") // It takes some seconds.
  @DisplayName("for 150 random requests, five files long")
  void many() throws IOException, SQLException, Distrust {
    assertThat(decided(5, 30)).contains("rejected", "no entry").hasSizeGreaterThan(8);
  }

  /// Asks the server as often as is said, and returns the different answers, which are ours.
  private Set<String> decided(int files, int requests) throws IOException, SQLException, Distrust {
    long seed = 7;
    Random random = new Random(seed);
    FirstMatch match = new FirstMatch(ROLES, Surroundings.here());
    Set<String> seen = new TreeSet<>();
    for (int file = 0; file < files; file++) {
      Files.writeString(rules, randomRules(random));
      TestServer.reload(admin);
      List<HbaRule> all = HbaFile.read(rules, Build.ours()).rules();
      for (int i = 0; i < requests; i++) {
        Request request = randomRequest(random);
        Optional<HbaRule> decides = match.decide(all, request);
        String here =
            decides
                .map(rule -> rule.method().equals("reject") ? "rejected" : "line " + rule.line())
                .orElse("no entry");
        assertThat(here)
            .as("seed %d, %s with%n%s", seed, request, Files.readString(rules))
            .isEqualTo(asked(request));
        seen.add(here);
      }
    }
    return seen;
  }

  @Test
  @DisplayName("for a client that is known by its name")
  void name() throws IOException, SQLException, Distrust {
    Files.writeString(rules, "host all all 192.0.2.1/32 trust\nhost all all localhost trust\n");
    TestServer.reload(admin);
    Request request = request("bob", "sales", "127.0.0.1");
    List<HbaRule> all = HbaFile.read(rules, Build.ours()).rules();
    String here =
        new FirstMatch(ROLES, Surroundings.here())
            .decide(all, request)
            .map(rule -> "line " + rule.line())
            .orElse("no entry");
    assertThat(here).isEqualTo(asked(request));
  }

  private static String randomRules(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String type =
          pick(random, List.of("local", "host", "host", "host", "hostnossl", "hostnogssenc"));
      text.append("%s %s %s ".formatted(type, pick(random, NAMES), pick(random, USERS)));
      if (!type.equals("local")) {
        text.append(
            pick(
                random,
                List.of(
                    "127.0.0.1/32",
                    "127.0.0.2/31",
                    "127.0.0.0/29",
                    "127.0.1.0 255.255.255.0",
                    "127.0.0.3 255.0.0.255",
                    "all",
                    "samehost",
                    "samenet",
                    "10.0.0.0/8",
                    "::1/128")));
      }
      text.append(random.nextInt(4) == 0 ? " reject\n" : " trust\n");
    }
    return text.toString();
  }

  private static Request randomRequest(Random random) {
    String user = pick(random, List.of("bob", "carol", "postgres", "nobody", "all"));
    String database = pick(random, List.of("sales", "bob", "staff", "hr", "all", "postgres"));
    Request request =
        request(
            user, database, pick(random, List.of("127.0.0.1", "127.0.0.3", "127.0.1.3", "local")));
    return random.nextInt(8) > 0
        ? request
        : new Request(user, "", request.client(), false, false, true);
  }

  private static Request request(String user, String database, String address) {
    IpAddress client = address.equals("local") ? null : IpAddress.parse(address).orElseThrow();
    return new Request(user, database, client, false, false, false);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /// What the server does with it: its log names the line that let a client in.
  private String asked(Request request) throws IOException, Distrust {
    int lines = cluster.logLines().size();
    try (Wire wire =
        request.client() == null
            ? Wire.local(cluster.socket())
            : Wire.tcp(
                request.client().toInetAddress(),
                InetAddress.getByName("127.0.0.1"),
                cluster.port())) {
      Login.Outcome outcome =
          new Login(wire, Login.Transcript.none())
              .open(
                  request.user(),
                  request.database(),
                  request.replication() ? Map.of("replication", "true") : Map.of());
      List<String> now = cluster.logLines();
      List<String> decided = new ArrayList<>();
      for (String line : now.subList(lines, now.size())) {
        Matcher letIn = LET_IN.matcher(line);
        if (letIn.find()) {
          decided.add("line " + letIn.group(1));
        }
      }
      if (!decided.isEmpty()) {
        return decided.getLast();
      }
      if (outcome.message().startsWith("pg_hba.conf rejects")) {
        return "rejected";
      }
      // The whole sentence, as WhoMay prints it.
      assertThat(outcome.message()).isEqualTo("no pg_hba.conf entry for " + request.described());
      return "no entry";
    }
  }
}
