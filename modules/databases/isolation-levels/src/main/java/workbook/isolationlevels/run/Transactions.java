package workbook.isolationlevels.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import workbook.engine.EngineException;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// Which steps make up which transaction.
public final class Transactions {

  private static final Pattern BEGIN =
      Pattern.compile("(?i)(BEGIN|START\\s+TRANSACTION)\\b(?s:.*)");
  private static final Pattern COMMIT = Pattern.compile("(?i)(COMMIT|END)\\b(?s:.*)");
  private static final Pattern ROLLBACK =
      Pattern.compile("(?i)(ROLLBACK(?!\\s+((WORK|TRANSACTION)\\s+)?TO\\b)|ABORT)\\b(?s:.*)");

  private static final Pattern END = Pattern.compile("(?i)(COMMIT|ROLLBACK)(\\s+WORK)?");

  /// What begins a transaction without a BEGIN.
  private static final Pattern UNSAID =
      Pattern.compile(
          "(?i)(SET\\b(?s:.*)\\bautocommit\\b|(COMMIT|END|ROLLBACK|ABORT)\\b(?s:.*)\\bAND\\s+CHAIN\\b)(?s:.*)");

  /// @param number from 1, within its session
  /// @param rolledBack whether its own last statement rolls it back
  public record Transaction(String session, int number, List<Step> steps, boolean rolledBack) {

    /// `s1`, or `s1#2` for a second one.
    @Override
    public String toString() {
      return number == 1 ? session : session + "#" + number;
    }
  }

  private final Map<Step, Transaction> ofStep = new HashMap<>();
  private final List<Transaction> all = new ArrayList<>();

  public Transactions(Specification specification) {
    specification.sessions().forEach(this::add);
  }

  /// @throws EngineException if it is not said where a transaction begins
  public static void check(Specification specification) {
    for (Session session : specification.sessions()) {
      session.setup().ifPresent(sql -> check("setup of session " + session.name(), sql));
      session.steps().forEach(step -> check("step " + step.name(), step.sql()));
    }
  }

  private static void check(String where, String sql) {
    for (String statement : Statements.of(sql)) {
      unsaid(statement)
          .ifPresent(reason -> {
            throw new EngineException(where + ": " + reason);
          });
    }
  }

  /// Why it is not known where a transaction begins, if a statement begins one without BEGIN.
  public static Optional<String> unsaid(String statement) {
    return UNSAID.matcher(statement).matches()
        ? Optional.of(
            "'%s' begins a transaction without saying so; write BEGIN where one begins, and COMMIT or ROLLBACK where it ends"
                .formatted(statement))
        : Optional.empty();
  }

  private void add(Session session) {
    boolean open = isOpenAfter(false, session.setup().orElse(""));
    int number = 0;
    List<Step> steps = new ArrayList<>();
    for (Step step : session.steps()) {
      steps.add(step);
      open = isOpenAfter(open, step.sql());
      if (!open) {
        add(new Transaction(session.name(), ++number, List.copyOf(steps), rollsBack(step.sql())));
        steps.clear();
      }
    }
    if (!steps.isEmpty()) {
      boolean committed =
          session.teardown().isPresent() && !isOpenAfter(true, session.teardown().get());
      add(
          new Transaction(
              session.name(),
              ++number,
              List.copyOf(steps),
              !committed || rollsBack(session.teardown().get())));
    }
  }

  private void add(Transaction transaction) {
    all.add(transaction);
    transaction.steps().forEach(step -> ofStep.put(step, transaction));
  }

  /// All of them, by session.
  public List<Transaction> all() {
    return all;
  }

  public Transaction of(Step step) {
    return ofStep.get(step);
  }

  /// The statements of a text, except for one that begins a transaction.
  public static List<String> withoutBegin(String sql) {
    return Statements.of(sql).stream().filter(s -> !BEGIN.matcher(s).matches()).toList();
  }

  /// Whether a text begins with the end of a transaction, for good.
  static boolean commits(String sql) {
    return Statements.of(sql).stream()
        .findFirst()
        .filter(s -> COMMIT.matcher(s).matches())
        .isPresent();
  }

  /// Whether the last that a text does is to end a transaction.
  static boolean ends(String sql) {
    List<String> statements = Statements.of(sql);
    return !statements.isEmpty() && END.matcher(statements.getLast()).matches();
  }

  private static boolean isOpenAfter(boolean open, String sql) {
    boolean now = open;
    for (String statement : Statements.of(sql)) {
      if (BEGIN.matcher(statement).matches()) {
        now = true;
      } else if (COMMIT.matcher(statement).matches() || ROLLBACK.matcher(statement).matches()) {
        now = false;
      }
    }
    return now;
  }

  private static boolean rollsBack(String sql) {
    return Statements.of(sql).stream().anyMatch(s -> ROLLBACK.matcher(s).matches());
  }
}
