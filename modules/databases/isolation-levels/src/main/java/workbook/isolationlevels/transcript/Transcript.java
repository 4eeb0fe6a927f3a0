package workbook.isolationlevels.transcript;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import workbook.isolationlevels.run.Event;
import workbook.isolationlevels.run.Event.Answered;
import workbook.isolationlevels.run.Event.Cancelled;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.Said;
import workbook.isolationlevels.run.Event.TeardownFailed;
import workbook.isolationlevels.run.Event.Waiting;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.Table;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Step;

/// The text that PostgreSQL's isolationtester prints.
public final class Transcript {

  /// What libpq says of a connection that the server has closed.
  private static final String CLOSED =
      """
      server closed the connection unexpectedly
      \tThis probably means the server terminated abnormally
      \tbefore or while processing the request.

      """;

  private final UnaryOperator<String> shown;

  /// @param shown how a text of the server's is to be shown
  public Transcript(UnaryOperator<String> shown) {
    this.shown = shown;
  }

  /// The line above all permutations.
  public static String heading(Specification specification) {
    return "Parsed test spec with %d sessions\n".formatted(specification.sessions().size());
  }

  /// One permutation.
  public String of(Run run) {
    return run.permutation().steps().stream()
            .map(Step::name)
            .collect(Collectors.joining(" ", "\nstarting permutation: ", "\n"))
        + run.events().stream().map(this::line).collect(Collectors.joining());
  }

  /// What isolationtester says of a run on its standard error.
  public String warnings(Run run) {
    return run.events().stream()
        .filter(TeardownFailed.class::isInstance)
        .map(event -> shown.apply(((TeardownFailed) event).message()) + "\n")
        .collect(Collectors.joining());
  }

  /// What it says there before the first run: the steps that no permutation names.
  public static String unused(Specification specification) {
    if (specification.permutations().isEmpty()) {
      return "";
    }
    Set<Step> used =
        specification.permutations().stream()
            .flatMap(permutation -> permutation.steps().stream())
            .collect(Collectors.toSet());
    return specification.sessions().stream()
        .flatMap(session -> session.steps().stream())
        .filter(step -> !used.contains(step))
        .map(step -> "unused step name: %s\n".formatted(step.name()))
        .sorted()
        .collect(Collectors.joining());
  }

  private String line(Event event) {
    return switch (event) {
      case Answered(var table) -> table(table);
      // isolationtester says so on its standard error.
      case TeardownFailed _ -> "";
      case Said(String session, String message) ->
          "%s: %s\n".formatted(session, shown.apply(message));
      case Waiting(Step step, String sql, var _) ->
          "step %s: %s <waiting ...>\n".formatted(step.name(), sql);
      case Cancelled(Step step, long seconds) ->
          "isolationtester: canceling step %s after %d seconds\n".formatted(step.name(), seconds);
      case Done done -> done(done);
    };
  }

  private String done(Done done) {
    String line =
        done.waited()
            ? "step %s: <... completed>\n".formatted(done.step().name())
            : "step %s: %s\n".formatted(done.step().name(), done.sql());
    String tables = done.result().tables().stream().map(this::table).collect(Collectors.joining());
    String error = done.result().error().map(this::error).orElse("");
    return line + tables + error;
  }

  private String table(Table table) {
    List<List<String>> rows =
        table.rows().stream()
            .map(row -> row.stream().map(value -> value == null ? "" : shown.apply(value)).toList())
            .toList();
    return PsqlTable.of(new Table(table.columns(), rows));
  }

  private String error(SQLException e) {
    boolean ended =
        e.getNextException() != null && "08006".equals(e.getNextException().getSQLState());
    return shown.apply(ServerError.line(e)) + "\n" + (ended ? CLOSED : "");
  }
}
