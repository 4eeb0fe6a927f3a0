package workbook.isolationlevels.transcript;

import java.sql.SQLException;
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
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Step;

/// The text that PostgreSQL's isolationtester prints.
public final class Transcript {

  private Transcript() {}

  /// The line above all permutations.
  public static String heading(Specification specification) {
    return "Parsed test spec with %d sessions\n".formatted(specification.sessions().size());
  }

  /// One permutation.
  public static String of(Run run) {
    return run.permutation().steps().stream()
            .map(Step::name)
            .collect(Collectors.joining(" ", "\nstarting permutation: ", "\n"))
        + run.events().stream().map(Transcript::line).collect(Collectors.joining());
  }

  private static String line(Event event) {
    return switch (event) {
      case Answered(var table) -> PsqlTable.of(table);
      // isolationtester says so on its standard error.
      case TeardownFailed _ -> "";
      case Said(String session, String message) -> "%s: %s\n".formatted(session, message);
      case Waiting(Step step, String sql, var _) ->
          "step %s: %s <waiting ...>\n".formatted(step.name(), sql);
      case Cancelled(Step step, long seconds) ->
          "isolationtester: canceling step %s after %d seconds\n".formatted(step.name(), seconds);
      case Done done -> done(done);
    };
  }

  private static String done(Done done) {
    String line =
        done.waited()
            ? "step %s: <... completed>\n".formatted(done.step().name())
            : "step %s: %s\n".formatted(done.step().name(), done.sql());
    String tables =
        done.result().tables().stream().map(PsqlTable::of).collect(Collectors.joining());
    String error = done.result().error().map(Transcript::error).orElse("");
    return line + tables + error;
  }

  private static String error(SQLException e) {
    return ServerError.line(e) + "\n";
  }
}
