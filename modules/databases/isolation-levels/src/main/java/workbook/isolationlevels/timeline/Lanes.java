package workbook.isolationlevels.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.engine.Failure;
import workbook.isolationlevels.run.Event;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Event.Waiting;
import workbook.isolationlevels.run.Result;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.Table;

/// A run as entries in lanes, one lane a session.
///
/// @param sessions the lanes, from left to right
public record Lanes(List<String> sessions, List<Entry> entries) {

  enum Kind {
    STATEMENT,
    RESULT,
    WAITING,
    FAILED
  }

  /// Something in a lane.
  ///
  /// @param waited whether the lane was waiting until now
  record Entry(String session, Kind kind, String text, boolean waited) {}

  /// The lanes of a run.
  public static Lanes of(Run run, List<String> sessions, Engine engine) {
    List<Entry> entries = new ArrayList<>();
    for (Event event : run.events()) {
      switch (event) {
        case Waiting w -> {
          entries.add(statement(w.step().session(), w.sql()));
          String holders = w.holders().isEmpty() ? "" : " for " + String.join(", ", w.holders());
          entries.add(new Entry(w.step().session(), Kind.WAITING, "waits" + holders, false));
        }
        case Done d -> {
          if (!d.waited()) {
            entries.add(statement(d.step().session(), d.sql()));
          }
          entries.add(result(d, engine));
        }
        default -> {
          // What a setup or a teardown says is no part of the story.
        }
      }
    }
    return new Lanes(sessions, entries.stream().filter(entry -> !entry.text.isEmpty()).toList());
  }

  private static Entry statement(String session, String sql) {
    String text = sql.strip().replaceAll("\\s+", " ").replaceFirst(";$", "");
    return new Entry(session, Kind.STATEMENT, text, false);
  }

  private static Entry result(Done done, Engine engine) {
    Result result = done.result();
    String session = done.step().session();
    if (result.failed()) {
      Failure failure = engine.classify(result.error().get());
      String text =
          failure == Failure.OTHER
              ? ServerError.line(result.error().get())
              : failure.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
      String code = ServerError.code(result.error().get());
      return new Entry(
          session, Kind.FAILED, "%s: %s, rolled back".formatted(code, text), done.waited());
    }
    if (result.survived()) {
      String text = "%s: %s".formatted(ServerError.code(result.error().get()), "goes on");
      return new Entry(session, Kind.FAILED, text, done.waited());
    }
    String text =
        !result.tables().isEmpty()
            ? result.tables().stream().map(Lanes::rows).collect(Collectors.joining("; "))
            : isChange(done.sql())
                ? "%d row%s".formatted(result.changed(), result.changed() == 1 ? "" : "s")
                : done.waited() ? "done" : "";
    return new Entry(session, Kind.RESULT, text, done.waited());
  }

  private static boolean isChange(String sql) {
    return sql.strip().matches("(?is)(INSERT|UPDATE|DELETE|MERGE)\\b.*");
  }

  /// Rows in one line: `10`, `(1, 10) (2, 20)`, `no row`.
  static String rows(Table table) {
    return rows(table.rows());
  }

  static String rows(List<List<String>> rows) {
    if (rows.isEmpty()) {
      return "no row";
    }
    return rows.stream()
        .map(row -> row.size() == 1 ? row.getFirst() : "(" + String.join(", ", row) + ")")
        .collect(Collectors.joining(" "));
  }
}
