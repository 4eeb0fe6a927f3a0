package workbook.isolationlevels.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.isolationlevels.matrix.Cell;
import workbook.isolationlevels.run.Transactions.Transaction;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.verdict.Anomaly;
import workbook.isolationlevels.verdict.Outcome;
import workbook.isolationlevels.verdict.Verdict;

/// The verdict on a run: what it came to beside what every serial order comes to.
public final class VerdictText {

  private VerdictText() {}

  public static String of(Verdict verdict, Specification specification, Engine engine) {
    StringBuilder text = new StringBuilder();
    Outcome outcome = verdict.outcome();
    text.append("committed: %s\n".formatted(names(outcome.committed())));
    comparison(text, "this run", outcome);
    for (Verdict.Order order : verdict.orders()) {
      String fits = order.fits() ? "the same" : "differs";
      comparison(text, "serial order %s: %s".formatted(order, fits), order.outcome());
    }
    text.append(
        verdict
            .explanation()
            .map("serializable: as if the order had been %s\n"::formatted)
            .orElse("ANOMALY: no serial order of what committed gives these reads and tables\n"));
    Anomaly.of(specification.name())
        .filter(_ -> isWhole(outcome, specification))
        .ifPresent(anomaly ->
            text.append(
                "%s: %s\n".formatted(anomaly.title(), how(Cell.of(anomaly, verdict, engine)))));
    return text.toString();
  }

  /// Whether all steps were run. Of a part it cannot be said that an anomaly does not occur.
  private static boolean isWhole(Outcome outcome, Specification specification) {
    return outcome.run().permutation().steps().size()
        == specification.sessions().stream().mapToInt(session -> session.steps().size()).sum();
  }

  private static void comparison(StringBuilder text, String heading, Outcome outcome) {
    text.append(heading).append('\n');
    Map<String, List<List<List<String>>>> reads = new TreeMap<>(outcome.reads());
    lines(
        text,
        "read",
        reads.entrySet().stream()
            .map(read ->
                read.getKey()
                    + " "
                    + read.getValue().stream().map(Lanes::rows).collect(Collectors.joining("; ")))
            .collect(Collectors.joining(" | ")));
    lines(
        text,
        "left",
        outcome.run().state().entrySet().stream()
            .map(table -> table.getKey() + " " + Lanes.rows(table.getValue()))
            .collect(Collectors.joining(" | ")));
  }

  private static void lines(StringBuilder text, String label, String content) {
    String sign = "  %s  ".formatted(label);
    for (String line : TimelineText.wrapped(content, TimelineText.WIDTH - sign.length())) {
      text.append(sign).append(line).append('\n');
      sign = " ".repeat(sign.length());
    }
  }

  private static String names(List<Transaction> transactions) {
    return transactions.isEmpty()
        ? "none"
        : transactions.stream().map(Transaction::toString).collect(Collectors.joining(", "));
  }

  private static String how(Cell cell) {
    return switch (cell.word()) {
      case Cell.OCCURS -> "it occurs";
      case Cell.WAITED -> "prevented, one waited for the other";
      case Cell.SNAPSHOT -> "prevented, a snapshot answered";
      default -> "prevented, one was ended with " + cell.word();
    };
  }
}
