package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Refusal;

/// Which line of `pg_hba.conf` decides on a connection, and why none above it does.
@Command(
    name = "postgresql-setup/who-may",
    description = "Which line of pg_hba.conf decides, and why; status 1 if it lets nobody in.")
public final class WhoMay implements Example {

  private static final Map<String, String> MEANING =
      Map.of(
          "trust", "Let in, whoever it is: nothing is asked",
          "reject", "Sent away, whatever follows",
          "password", "The password is asked for, and sent as it is",
          "md5", "The password is asked for, by SCRAM-SHA-256 if it is stored so, else by MD5",
          "scram-sha-256", "The password is asked for, by SCRAM-SHA-256",
          "peer", "The operating system says who it is",
          "ident", "The client's machine says who it is",
          "cert", "The certificate says who it is");

  @Parameters(index = "0", paramLabel = "FILE", description = "A pg_hba.conf; sample: the page's.")
  private Path file;

  @Parameters(index = "1", paramLabel = "USER", description = "Who wants in.")
  private String user;

  @Parameters(index = "2", paramLabel = "DATABASE", description = "Where to.")
  private String database;

  @Parameters(
      index = "3",
      paramLabel = "ADDRESS",
      description = "From where: an IP address, or local for the socket.")
  private String address;

  @Option(names = "--tls", description = "The connection is encrypted by TLS.")
  private boolean tls;

  @Option(names = "--gss", description = "The connection is encrypted by GSSAPI.")
  private boolean gss;

  @Option(names = "--replication", description = "It asks for a physical replication stream.")
  private boolean replication;

  @Option(
      names = "--member",
      paramLabel = "USER=ROLE",
      description = "USER was granted ROLE; may stand several times.")
  private Set<String> members = new LinkedHashSet<>();

  static void main(String[] args) {
    Example.main(new WhoMay(), args);
  }

  @Override
  public int run(PrintStream out) {
    Request request = request();
    FirstMatch match = new FirstMatch(roles(), Surroundings.here());
    Path path = Samples.rules(file);
    List<HbaRule> rules = rules(path);
    Optional<HbaRule> decides = match.decide(rules, request);
    for (HbaRule rule : rules) {
      if (decides.isPresent() && rule == decides.get()) {
        break;
      }
      out.println(Printable.of("no   " + place(rule, path) + shown(rule)));
      out.println(Printable.of("     " + match.whyNot(rule, request).orElseThrow()));
    }
    if (decides.isEmpty()) {
      out.println(Printable.of("no pg_hba.conf entry for " + request.described()));
      return 1;
    }
    HbaRule rule = decides.get();
    out.println(Printable.of("yes  " + place(rule, path) + shown(rule)));
    String meaning = MEANING.getOrDefault(rule.method(), "Another program is asked who it is");
    out.printf("%sdecides. %s%n", place(rule, path), meaning);
    String unheard =
        rules.stream()
            .skip(rules.indexOf(rule) + 1L)
            .filter(later -> match.whyNot(later, request).isEmpty())
            .map(later -> Integer.toString(later.line()))
            .collect(Collectors.joining(", "));
    if (!unheard.isEmpty()) {
      out.printf("Would match, too, and is never asked: line %s%n", unheard);
    }
    return rule.method().equals("reject") ? 1 : 0;
  }

  private Request request() {
    if (user.isEmpty()) {
      throw new IllegalArgumentException("USER must not be empty");
    }
    if (address.equals("local")) {
      if (tls || gss) {
        throw new IllegalArgumentException("the local socket has neither TLS nor GSS encryption");
      }
      return new Request(user, database, null, false, false, replication);
    }
    if (tls && gss) {
      throw new IllegalArgumentException("--tls or --gss: a connection has one encryption");
    }
    IpAddress client =
        IpAddress.parse(address)
            .orElseThrow(() ->
                new IllegalArgumentException(
                    "ADDRESS must be an IP address or local, and was '%s'".formatted(address)));
    return new Request(user, database, client, tls, gss, replication);
  }

  private Roles roles() {
    Map<String, Set<String>> memberOf = new TreeMap<>();
    for (String member : members) {
      String[] parts = member.split("=", -1);
      if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
        throw new IllegalArgumentException(
            "--member must be USER=ROLE, and was '%s'".formatted(member));
      }
      memberOf.computeIfAbsent(parts[0], _ -> new LinkedHashSet<>()).add(parts[1]);
    }
    return new Roles(memberOf);
  }

  /// @throws Refusal if the file cannot be read, or the server would not take it, with each line
  ///   that is wrong
  private static List<HbaRule> rules(Path path) {
    Text.of("FILE", path);
    try {
      HbaFile rules = HbaFile.read(path, Build.everything());
      Refusal refusal = null;
      for (HbaFile.Entry error : rules.errors()) {
        String message =
            "%s:%d: %s".formatted(error.file(), error.line(), error.error().replace('\n', ' '));
        if (refusal == null) {
          refusal = new Refusal(message);
        } else {
          refusal.addSuppressed(new Refusal(message));
        }
      }
      if (refusal != null) {
        throw refusal;
      }
      return rules.rules();
    } catch (IOException e) {
      throw new Refusal("FILE '%s' cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }

  private static String shown(HbaRule rule) {
    return rule.text().strip().replaceAll("[ \\t]+", " ");
  }

  private static String place(HbaRule rule, Path path) {
    return rule.file().equals(path.toAbsolutePath().normalize())
        ? "line %d: ".formatted(rule.line())
        : "%s line %d: ".formatted(rule.file().getFileName(), rule.line());
  }
}
