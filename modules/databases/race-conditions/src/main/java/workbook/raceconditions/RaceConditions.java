package workbook.raceconditions;

import java.io.PrintStream;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Sandbox;
import workbook.engine.Server;
import workbook.lab.Example;
import workbook.lab.Refusal;

/// Attacks every form, and prints what is missing afterwards.
@Command(
    name = "race-conditions",
    description = "Many customers take the same money at once. What is missing afterwards?")
public final class RaceConditions implements Example {

  @Mixin private EngineOptions engines;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Customers at a time; 8 if not given.")
  private int threads = 8;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often they come; 25 if not given.")
  private int rounds = 25;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description = "Isolation level of their sessions; read-committed if not given.")
  private String level = "read-committed";

  @Option(
      names = "--form",
      split = ",",
      paramLabel = "NAME",
      description = "Only these forms; several with commas.")
  private List<String> names = List.of();

  @Option(
      names = "--same-request",
      description = "All customers of a round send the same request: an impatient click.")
  private boolean sameRequest;

  @Option(
      names = "--verdict",
      description = "Only what is the same in every run: no numbers of retries and of time.")
  private boolean verdict;

  static void main(String[] args) {
    Example.main(new RaceConditions(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--threads", threads, 2, 100);
    Example.between("--rounds", rounds, 1, 1000);
    Plan plan = sameRequest ? Plan.ofSameRequest(threads, rounds) : Plan.of(threads, rounds);
    try {
      List<Form> forms =
          names.isEmpty() ? List.of(Form.values()) : names.stream().map(Form::of).toList();
      attack(out, Level.of(level), plan, forms);
      return 0;
    } catch (EngineException e) {
      throw new Refusal(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in the middle of an attack", e);
    }
  }

  private void attack(PrintStream out, Level customersLevel, Plan plan, List<Form> forms)
      throws InterruptedException {
    List<Server> servers = engines.start();
    try {
      String separator = "";
      for (Server server : servers) {
        out.print(separator);
        separator = System.lineSeparator();
        try {
          attack(out, server, customersLevel, plan, forms);
        } catch (SQLException e) {
          throw new EngineException(
              "%s: the attack ended early: %s"
                  .formatted(
                      server.engine().title(), e.getMessage().lines().findFirst().orElse("")),
              e);
        }
      }
    } finally {
      servers.forEach(Server::close);
    }
  }

  private void attack(PrintStream out, Server server, Level level, Plan plan, List<Form> forms)
      throws SQLException, InterruptedException {
    if (!server.engine().levels().contains(level)) {
      throw new EngineException(
          "%s has no level %s".formatted(server.engine().title(), level.option()));
    }
    out.printf(
        Locale.ROOT,
        "%s at %s: %d %s of %d customers%s, %d in the account, %d for each%n%n",
        server.engine().title(),
        level.sql(),
        plan.rounds(),
        plan.rounds() == 1 ? "round" : "rounds",
        plan.customers(),
        plan.sameRequest() ? " with the same request" : "",
        plan.opening(),
        Plan.AMOUNT);
    out.println(
        "form                 paid  lost  doubled  failed"
            + (verdict ? "  verdict" : "  retries  per second"));
    try (Sandbox sandbox = server.sandbox()) {
      Attack attack = new Attack(sandbox, level, plan);
      for (Form form : forms) {
        Retry retry = new Retry(server.engine());
        Outcome outcome = attack.run(form.withdrawal(retry, server.engine()));
        out.printf(
            Locale.ROOT,
            "%-18s %6d %5d %8d %7d",
            form.label(),
            outcome.paid(),
            outcome.lost(),
            outcome.doubled(),
            outcome.failed());
        if (verdict) {
          String word =
              !outcome.holds()
                  ? "does not hold"
                  : outcome.failed() > 0 ? "holds, with errors" : "holds";
          out.printf("  %s%n", word);
        } else {
          out.printf(Locale.ROOT, " %8d %11.0f%n", retry.retries(), outcome.throughput());
        }
      }
    }
  }
}
