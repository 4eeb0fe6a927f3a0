package workbook.isolationlevels.ask;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.isolationlevels.ask.Script.Statement;
import workbook.isolationlevels.run.Transactions;
import workbook.isolationlevels.spec.Specification;
import workbook.isolationlevels.spec.Specification.Errors;
import workbook.isolationlevels.spec.Specification.Session;
import workbook.isolationlevels.spec.Specification.Step;

/// May these scripts run at the same time? Each is a session, t1, t2 and so on, each of its
/// statements a step. A script that begins no transaction is one as a whole.
public final class Question {

  /// A constraint may refuse what overlaps: a second row of one key is how it prevents an anomaly.
  /// Class 23 of the SQLStates, integrity constraint violation, as PostgreSQL, H2, MySQL and
  /// MariaDB have them; and MySQL's number for a `CHECK`, which is in another class there.
  private static final Errors CONSTRAINTS =
      new Errors(
          List.of(),
          List.of(
              "duplicate-key",
              "23000",
              "23001",
              "23502",
              "23503",
              "23505",
              "23506",
              "23513",
              "23514",
              "23P01",
              "3819"));

  private static final String BEGIN = "BEGIN";
  private static final String COMMIT = "COMMIT";

  private final Script setup;
  private final List<Script> scripts;
  private final Map<String, Statement> statements = new HashMap<>();

  /// @throws EngineException if a script is none that can be asked about
  public Question(Script setup, List<Script> scripts, Engine engine) {
    this.setup = setup;
    this.scripts = scripts;
    scripts.forEach(script -> check(script, engine));
  }

  private static void check(Script script, Engine engine) {
    Statement open = null;
    for (Statement statement : script.statements()) {
      if (statement.setsLevel()) {
        throw statement.refused(
            "'%s' sets the level, and every level of %s is tried; leave it out"
                .formatted(statement.sql(), engine.title()));
      }
      Transactions.unsaid(statement.sql())
          .ifPresent(reason -> {
            throw statement.refused(reason);
          });
      if (statement.begins()) {
        if (open != null) {
          throw statement.refused(
              "a transaction is open since line %d: COMMIT or ROLLBACK is missing"
                  .formatted(open.line()));
        }
        open = statement;
      } else if (statement.ends()) {
        if (open == null) {
          throw statement.refused(
              "no transaction is open here: BEGIN is missing before it; a script without either is one transaction");
        }
        open = null;
      }
    }
    if (open != null) {
      throw open.refused("this transaction has no end: COMMIT or ROLLBACK is missing");
    }
  }

  public Script setup() {
    return setup;
  }

  public List<Script> scripts() {
    return scripts;
  }

  /// The reads that take no lock, each once, also where several sessions run the same script.
  public List<Statement> plainReads() {
    return scripts.stream()
        .flatMap(script -> script.statements().stream())
        .filter(Statement::isPlainRead)
        .distinct()
        .toList();
  }

  /// Where a step comes from.
  public Statement statement(Step step) {
    return statements.get(step.name());
  }

  /// The question as a specification.
  ///
  /// @param locked the reads to which FOR UPDATE is added
  public Specification specification(Set<Statement> locked) {
    List<Session> sessions = new ArrayList<>();
    Map<String, String> bindings = new LinkedHashMap<>();
    for (Script script : scripts) {
      sessions.add(session("t" + (sessions.size() + 1), script, locked, bindings));
    }
    List<String> setups = setup.statements().stream().map(Statement::sql).toList();
    return new Specification("ask", setups, Optional.empty(), sessions, List.of(), bindings);
  }

  private Session session(
      String name, Script script, Set<Statement> locked, Map<String, String> bindings) {
    List<Statement> own = new ArrayList<>(script.statements());
    boolean whole = own.stream().noneMatch(s -> s.begins() || s.ends());
    Optional<String> begin =
        whole || own.getFirst().begins()
            ? Optional.of(whole ? BEGIN : own.removeFirst().sql())
            : Optional.empty();
    List<Step> steps = new ArrayList<>();
    // A BEGIN does nothing by itself, so it is no step: it goes with the statement after it.
    String before = "";
    for (Statement statement : own) {
      if (statement.begins()) {
        before = statement.sql() + "; ";
        continue;
      }
      String sql = before + statement.sql() + (locked.contains(statement) ? " FOR UPDATE" : "");
      before = "";
      String stepName = unique(steps, name + "." + statement.line());
      steps.add(step(stepName, name, renamed(sql, name, script), statement));
      script
          .bindings()
          .forEach((variable, reader) -> {
            if (reader.equals(statement)) {
              bindings.put(name + "_" + variable, stepName);
            }
          });
    }
    if (whole) {
      steps.add(step(name + ".commit", name, COMMIT, own.getLast()));
    }
    return new Session(name, begin, steps, Optional.empty());
  }

  private Step step(String name, String session, String sql, Statement statement) {
    statements.put(name, statement);
    return new Step(name, session, sql, statement.place(), CONSTRAINTS);
  }

  /// Two statements may stand in one line.
  private static String unique(List<Step> steps, String name) {
    String unique = name;
    for (char c = 'b'; isTaken(steps, unique); c++) {
      unique = name + c;
    }
    return unique;
  }

  private static boolean isTaken(List<Step> steps, String name) {
    return steps.stream().anyMatch(step -> step.name().equals(name));
  }

  /// A session's names are its own, also where several run the same script.
  private static String renamed(String sql, String session, Script script) {
    String renamed = sql;
    for (String variable : script.bindings().keySet()) {
      renamed = renamed.replace("${" + variable + "}", "${" + session + "_" + variable + "}");
    }
    return renamed;
  }
}
