package workbook.postgresqlsetup;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Refusal;

/// The log-in on the wire, message by message.
@Command(
    name = "postgresql-setup/hand-shake",
    description = "Logs in by SCRAM-SHA-256 without a driver, and shows each message.")
public final class HandShake implements Example {

  /// What PostgreSQL keeps of the password pencil with the salt of RFC 7677, section 3: the
  /// iterations, the salt, `H(ClientKey)` and `ServerKey`.
  static final String VERIFIER =
      "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY="
          + ":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=";

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description = "The password of alice, which is ${DEFAULT-VALUE}, or another.")
  private String password = Cluster.PASSWORD;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      description = "Where to; ${DEFAULT-VALUE} if not given.")
  private String database = "postgres";

  @Option(names = "--values", description = "Show nonces, proof and signature, not only names.")
  private boolean values;

  @Option(
      names = "--forged",
      description = "Log in at servers that only took the real one's address.")
  private boolean forged;

  static void main(String[] args) {
    Example.main(new HandShake(), args);
  }

  @Override
  public int run(PrintStream out) {
    if ((password + database).indexOf('\0') >= 0) {
      throw new IllegalArgumentException("a zero byte ends a text on the wire");
    }
    return forged ? forged(out) : real(out);
  }

  private int real(PrintStream out) {
    try (Workplace workplace = Workplace.open()) {
      Cluster cluster = Cluster.in(workplace);
      cluster.up();
      try (Connection connection = cluster.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("create role alice login password '" + VERIFIER + "'");
      }
      try (Wire wire = Wire.loopback(cluster.port())) {
        Login login = new Login(wire, new ShownMessages(out, values));
        Login.Outcome outcome = login.scram("alice", database, password);
        if (outcome.isIn()) {
          out.println("first query: " + login.ask("select system_user"));
          return 0;
        }
        out.println(
            Printable.of("sent away, %s: %s".formatted(outcome.sqlState(), outcome.message())));
        return 1;
      } catch (Distrust e) {
        throw new Refusal("the server is not trusted: " + e.getMessage(), e);
      }
    } catch (SQLException | IOException e) {
      throw new Refusal("the server does not answer: " + e.getMessage(), e);
    }
  }

  private int forged(PrintStream out) {
    int fooled = 0;
    for (Forgery forgery : Forgery.values()) {
      String verdict = verdict(forgery);
      fooled += verdict.isEmpty() ? 1 : 0;
      out.println("a server that " + forgery.does());
      out.println("  refused: " + Printable.of(verdict));
    }
    return fooled == 0 ? 0 : 1;
  }

  /// Why the client does not go on; empty if it does.
  private String verdict(Forgery forgery) {
    try (ForgedServer server = new ForgedServer(forgery);
        Wire wire = Wire.loopback(server.port())) {
      new Login(wire, Login.Transcript.none()).scram("alice", database, password);
      return "";
    } catch (Distrust e) {
      return e.getMessage();
    } catch (IOException e) {
      return "it hung up";
    }
  }
}
