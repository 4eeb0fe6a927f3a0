package workbook.postgresqlsetup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the server cannot be asked here: TLS, GSSAPI, IPv6, other machines and their names. The
/// expectations follow PostgreSQL 18's documentation, 20.1 The pg_hba.conf File.
@DisplayName("A rule that does not match says why")
class FirstMatchTest {

  private static final Surroundings ELSEWHERE =
      new Surroundings() {
        @Override
        public List<HbaAddress.Network> own() {
          return List.of(
              new HbaAddress.Network(address("192.0.2.7"), IpAddress.mask(24, 4)),
              new HbaAddress.Network(address("2001:db8::7"), IpAddress.mask(64, 16)));
        }

        @Override
        public String name(IpAddress address) {
          return switch (address.toString()) {
            case "198.51.100.1", "198.51.100.2" -> "www.Example.com";
            default -> "";
          };
        }

        @Override
        public List<IpAddress> addresses(String name) {
          return name.equals("www.Example.com") ? List.of(address("198.51.100.1")) : List.of();
        }
      };

  @TempDir private Path folder;

  @Test
  @DisplayName("samehost and samenet, by the machine's own addresses")
  void same() throws IOException {
    assertWhyNot("host all all samehost trust", plain("192.0.2.7"), "");
    assertWhyNot(
        "host all all samehost trust", plain("192.0.2.8"), "192.0.2.8 does not match samehost");
    assertWhyNot("host all all samenet trust", plain("192.0.2.8"), "");
    assertWhyNot(
        "host all all samenet trust", plain("192.0.3.8"), "192.0.3.8 does not match samenet");
    assertWhyNot("host all all samenet trust", plain("2001:db8::1:2:3:4"), "");
    assertWhyNot("host all all samehost trust", plain("2001:db8::7"), "");
  }

  @Test
  @DisplayName("a name, if it leads back to the client")
  void names() throws IOException {
    assertWhyNot("host all all www.example.COM trust", plain("198.51.100.1"), "");
    assertWhyNot("host all all .example.com trust", plain("198.51.100.1"), "");
    assertWhyNot(
        "host all all example.com trust",
        plain("198.51.100.1"),
        "198.51.100.1 does not match example.com");
    assertWhyNot(
        "host all all .www.example.com trust",
        plain("198.51.100.1"),
        "198.51.100.1 does not match .www.example.com");
    // Its reverse lookup says so, and the name's own addresses do not.
    assertWhyNot(
        "host all all .example.com trust",
        plain("198.51.100.2"),
        "198.51.100.2 does not match .example.com");
    assertWhyNot(
        "host all all .example.com trust",
        plain("198.51.100.3"),
        "198.51.100.3 does not match .example.com");
  }

  @Test
  @DisplayName("the six types, for the local socket, TCP, TLS and GSSAPI")
  void types() throws IOException {
    Request local = new Request("bob", "sales", null, false, false, false);
    Request tls = new Request("bob", "sales", address("::1"), true, false, false);
    Request gss = new Request("bob", "sales", address("::1"), false, true, false);
    Request plain = plain("::1");
    assertWhyNot("local all all trust", local, "");
    assertWhyNot("local all all trust", plain, "local is not for plain TCP");
    for (String type : List.of("host", "hostssl", "hostnossl", "hostgssenc", "hostnogssenc")) {
      assertWhyNot(type + " all all all trust", local, type + " is not for the local socket");
    }
    assertWhyNot("host all all all trust", tls, "");
    assertWhyNot("host all all all trust", gss, "");
    assertWhyNot("hostssl all all all trust", tls, "");
    assertWhyNot("hostssl all all all trust", plain, "hostssl is not for plain TCP");
    assertWhyNot("hostnossl all all all trust", tls, "hostnossl is not for TCP with TLS");
    assertWhyNot("hostnossl all all all trust", plain, "");
    assertWhyNot("hostgssenc all all all trust", gss, "");
    assertWhyNot("hostgssenc all all all trust", tls, "hostgssenc is not for TCP with TLS");
    assertWhyNot(
        "hostnogssenc all all all trust", gss, "hostnogssenc is not for TCP with GSS encryption");
    assertWhyNot("hostnogssenc all all all trust", plain, "");
  }

  @Test
  @DisplayName("IPv4 and IPv6 are two worlds")
  void families() throws IOException {
    assertWhyNot("host all all 0.0.0.0/0 trust", plain("::1"), "::1 does not match 0.0.0.0/0");
    assertWhyNot("host all all ::/0 trust", plain("127.0.0.1"), "127.0.0.1 does not match ::/0");
    assertWhyNot("host all all 2001:db8::/33 trust", plain("2001:db8:7fff::"), "");
    assertWhyNot(
        "host all all 2001:db8::/33 trust",
        plain("2001:db8:8000::"),
        "2001:db8:8000:: does not match 2001:db8::/33");
    assertWhyNot(
        "host all all 10.0.0.7 255.0.0.255 trust",
        plain("10.0.0.8"),
        "10.0.0.8 does not match 10.0.0.7 255.0.0.255");
  }

  @Test
  @DisplayName("databases and users, by the sentence that is printed")
  void words() throws IOException {
    assertWhyNot(
        "host hr,\"a b\" all all trust",
        plain("::1"),
        "database sales does not match hr or \"a b\"");
    assertWhyNot(
        "host all +admins,eve all trust", plain("::1"), "user bob does not match +admins or eve");
    assertWhyNot("host all +staff all trust", plain("::1"), "");
    assertWhyNot("host all +hands all trust", plain("::1"), "");
    Request stream = new Request("bob", "", address("::1"), false, false, true);
    assertWhyNot("host all all all trust", stream, "a replication stream does not match all");
    assertWhyNot("host replication all all trust", stream, "");
  }

  private void assertWhyNot(String line, Request request, String expected) throws IOException {
    Path file = Files.writeString(folder.resolve("pg_hba.conf"), line + "\n");
    Roles roles = new Roles(Map.of("bob", Set.of("staff"), "staff", Set.of("hands", "bob")));
    HbaRule rule = HbaFile.read(file, Build.everything()).rules().getFirst();
    assertThat(new FirstMatch(roles, ELSEWHERE).whyNot(rule, request))
        .as("why %s does not match %s", line, request)
        .isEqualTo(Optional.of(expected).filter(reason -> !reason.isEmpty()));
  }

  private static Request plain(String client) {
    return new Request("bob", "sales", address(client), false, false, false);
  }

  private static IpAddress address(String text) {
    return IpAddress.parse(text).orElseThrow();
  }
}
