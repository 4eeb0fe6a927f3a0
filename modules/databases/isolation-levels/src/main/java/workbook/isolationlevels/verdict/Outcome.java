package workbook.isolationlevels.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import workbook.isolationlevels.run.Event.Done;
import workbook.isolationlevels.run.Result;
import workbook.isolationlevels.run.Run;
import workbook.isolationlevels.run.ServerError;
import workbook.isolationlevels.run.Transactions.Transaction;

/// What a run came to: which transactions committed, what they had read, what the tables hold.
public record Outcome(Run run, List<Transaction> committed) {

  private static final Pattern SESSION_LOCK =
      Pattern.compile(
          "(?i)\\s*SELECT\\s+(pg_advisory_(un)?lock\\w*|RELEASE_LOCK)\\s*\\([^()]*\\)\\s*;?\\s*$");

  /// @param transactions all transactions of the specification
  public static Outcome of(Run run, List<Transaction> transactions) {
    return new Outcome(run, transactions.stream().filter(t -> isCommitted(run, t)).toList());
  }

  private static boolean isCommitted(Run run, Transaction transaction) {
    return !transaction.rolledBack()
        && transaction.steps().stream()
            .allMatch(
                step -> run.done(step.name()).filter(done -> !done.result().failed()).isPresent());
  }

  public boolean isCommitted(String session) {
    return committed.stream().anyMatch(transaction -> transaction.toString().equals(session));
  }

  /// What the committed transactions have read, by step; rows in an order of their own. An error
  /// that a program survives has told it something, too.
  public Map<String, List<List<List<String>>>> reads() {
    return reads(_ -> Set.of());
  }

  /// The same without columns of the names that are given for a step.
  Map<String, List<List<List<String>>>> reads(Function<Done, Set<String>> leftOut) {
    return committed.stream()
        .flatMap(transaction -> transaction.steps().stream())
        .map(step -> run.done(step.name()).orElseThrow())
        .filter(done -> hasRead(done))
        .collect(
            Collectors.toMap(
                done -> done.step().name(), done -> read(done.result(), leftOut.apply(done))));
  }

  /// Whether a step has told its program something. A lock of the session's is taken and given back
  /// whatever its transaction comes to.
  static boolean hasRead(Done done) {
    Result result = done.result();
    return !result.failed()
        && (!result.tables().isEmpty() || result.survived())
        && !SESSION_LOCK.matcher(done.sql()).lookingAt();
  }

  /// What a step has read, without columns of these names.
  static List<List<List<String>>> read(Result result, Set<String> leftOut) {
    return Stream.concat(
            result.tables().stream().map(table -> table.without(leftOut).sorted()),
            result.error().stream().map(e -> List.of(List.of("error " + ServerError.code(e)))))
        .toList();
  }

  /// The rows that a step has read.
  public List<List<String>> read(String step) {
    return run.read(step);
  }

  /// The first value that a step has read, or the empty text.
  public String value(String step) {
    return run.read(step).stream().findFirst().map(List::getFirst).orElse("");
  }

  /// The second column of what a step has read: the values, where a step reads `id, v`.
  public List<String> values(String step) {
    return run.read(step).stream().map(row -> row.get(1)).toList();
  }

  /// The values of a table `test(id, v)` in the end, in the order of `id`.
  public List<String> finalValues() {
    return run.state().getOrDefault("test", List.of()).stream().map(row -> row.get(1)).toList();
  }

  /// The keys of a table `test(id, v)` in the end.
  public List<String> finalKeys() {
    return run.state().getOrDefault("test", List.of()).stream().map(List::getFirst).toList();
  }

  /// The first step that failed.
  public Optional<Done> failure() {
    return run.done().filter(done -> done.result().failed()).findFirst();
  }
}
