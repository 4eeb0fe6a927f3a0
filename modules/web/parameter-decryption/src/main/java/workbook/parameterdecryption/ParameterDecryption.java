package workbook.parameterdecryption;

import java.io.PrintStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// The question of this topic: how does a controller get plain text when the browser sent cipher
/// text?
@Command(
    name = "parameter-decryption",
    description = "Starts an application on loopback, and sends sealed logins to it.")
public final class ParameterDecryption implements Example {

  private static final String PASSWORD = "correct horse";
  private static final Map<String, Object> INFO = Map.of("logging.level.workbook", "info");

  @Option(
      names = "--keep",
      description = "Leave the application there until Ctrl-C, and print its address.")
  private boolean keep;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The application's port; any that is free if not given.")
  private int port;

  @Option(names = "--log", description = "Show what the application logs.")
  private boolean log;

  private PrintStream out;

  static void main(String[] args) {
    Example.main(new ParameterDecryption(), args);
  }

  @Override
  public int run(PrintStream printed) {
    Example.between("--port", port, 0, 65_535);
    out = printed;
    InstantSource clock = InstantSource.system();
    KeyRing keys = new KeyRing(ServerKey::generate, clock, KeyRing.OVERLAP);
    try (LoginServer server = LoginServer.start(port, keys, clock, log ? INFO : Map.of());
        LoginClient client = new LoginClient(server.address(), clock)) {
      walk(client, keys, clock);
      if (keep) {
        out.printf("%n%s  Ctrl-C ends it%n", server.address());
        new CountDownLatch(1).await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private void walk(LoginClient client, KeyRing keys, InstantSource clock)
      throws InterruptedException {
    String body = client.sealed("POST /login", "ada", PASSWORD);
    out.printf(
        "sent: %d characters; the password is %s them%n%n",
        body.length(), body.contains(PASSWORD) ? "among" : "not among");
    show("the body", client.post("/login", body));
    show("the same bytes again", client.post("/login", body));
    show("a wrong password", client.login("ada", "correct house"));
    show(
        "sealed for another path",
        client.post("/login", client.sealed("POST /transfer", "ada", PASSWORD)));
    show("its last bit turned", client.post("/login", turned(client, clock)));
    InstantSource yesterday = InstantSource.offset(clock, Duration.ofDays(-1));
    show("sealed yesterday", client.post("/login", sealedAt(yesterday, client)));
    show("not sealed at all", client.post("/login", "{\"user\":\"ada\"}"));
    show("9000 spaces", client.post("/login", " ".repeat(9000)));

    String early = client.sealed("POST /login", "ada", PASSWORD);
    keys.rotate();
    show("sealed for the key before this one", client.post("/login", early));
  }

  private static String turned(LoginClient client, InstantSource clock)
      throws InterruptedException {
    Envelope sealed = client.sealer().seal("POST /login", clock.millis(), new byte[1]);
    sealed.data()[sealed.data().length - 1] ^= 1;
    return LoginClient.json(sealed);
  }

  private static String sealedAt(InstantSource clock, LoginClient client)
      throws InterruptedException {
    return LoginClient.json(client.sealer().seal("POST /login", clock.millis(), new byte[1]));
  }

  private void show(String what, LoginClient.Answer answer) {
    out.printf("%-35s%d %s%n", what, answer.status(), answer.body());
  }
}
