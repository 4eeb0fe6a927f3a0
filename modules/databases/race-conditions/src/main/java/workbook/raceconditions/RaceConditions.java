package workbook.raceconditions;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import workbook.engine.EngineException;
import workbook.engine.EngineOptions;
import workbook.engine.Level;
import workbook.engine.Main;
import workbook.engine.Sandbox;
import workbook.engine.Server;

/// Attacks every form, and prints what is missing afterwards.
@Command(
    name = "race-conditions",
    mixinStandardHelpOptions = true,
    description = "Many customers take the same money at once. What is missing afterwards?")
public final class RaceConditions implements Callable<Integer> {

  @Spec private CommandSpec spec;
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
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, 1 if the attack came to no end, 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    return Main.run(new RaceConditions(), out, err, args);
  }

  @Override
  public Integer call() throws InterruptedException {
    Plan plan = plan();
    Level customersLevel = Level.of(level);
    List<Form> forms =
        names.isEmpty() ? List.of(Form.values()) : names.stream().map(Form::of).toList();
    List<Server> servers = engines.start();
    try {
      String separator = "";
      for (Server server : servers) {
        try {
          spec.commandLine().getOut().print(separator);
          separator = System.lineSeparator();
          attack(server, customersLevel, plan, forms);
        } catch (SQLException e) {
          throw new EngineException(
              "%s: the attack ended early: %s"
                  .formatted(
                      server.engine().title(), e.getMessage().lines().findFirst().orElse("")),
              e);
        }
      }
      return 0;
    } finally {
      servers.forEach(Server::close);
    }
  }

  private Plan plan() {
    check("--threads", threads, 2, 100);
    check("--rounds", rounds, 1, 1000);
    return sameRequest ? Plan.ofSameRequest(threads, rounds) : Plan.of(threads, rounds);
  }

  private void check(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          spec.commandLine(),
          "%s must be from %d to %d, and was %d".formatted(option, least, most, value));
    }
  }

  private void attack(Server server, Level level, Plan plan, List<Form> forms)
      throws SQLException, InterruptedException {
    if (!server.engine().levels().contains(level)) {
      throw new EngineException(
          "%s has no level %s".formatted(server.engine().title(), level.option()));
    }
    PrintWriter out = spec.commandLine().getOut();
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
