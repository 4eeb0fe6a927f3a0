package workbook.isolationtest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import workbook.engine.Engine;
import workbook.engine.EngineException;
import workbook.engine.Failure;
import workbook.engine.Level;
import workbook.isolationtest.Exploration.Anomaly;
import workbook.isolationtest.Run.Ending;

/// Runs one interleaving after the other. How many statements a session sends may depend on what it
/// reads, so that the tree of choices is found while it is walked: each run takes the first choices
/// of the one before it, up to the last where another was possible.
final class Explorer implements AutoCloseable {

  /// Looks at the tables after a run.
  @FunctionalInterface
  interface Rule {

    /// What is wrong; nothing, as an empty text; or no answer, for the serial orders to decide.
    Optional<String> wrong(Connection connection, Outcome outcome) throws Exception;
  }

  /// A choice that was made.
  ///
  /// @param able the sessions that could have gone on
  private record Choice(String taken, List<String> able) {

    /// The next that could have gone on, if there is one.
    Optional<Choice> next() {
      int next = able.indexOf(taken) + 1;
      return next < able.size() ? Optional.of(new Choice(able.get(next), able)) : Optional.empty();
    }
  }

  private final Connection control;
  private final Optional<Engine> engine;
  private final Optional<Level> level;
  private final List<Work> setups;
  private final List<Session> sessions = new ArrayList<>();
  private final Waits waits;
  private final Duration limit;
  private final Map<List<String>, Outcome> serial = new HashMap<>();

  Explorer(
      Connections connections,
      Optional<Level> level,
      List<Work> setups,
      Map<String, Work> works,
      Duration limit,
      Optional<Duration> blockedAfter)
      throws Exception {
    this.level = level;
    this.setups = setups;
    this.limit = limit;
    this.control = connections.open();
    try {
      control.setAutoCommit(true);
      this.engine = engine(control, blockedAfter);
      for (Map.Entry<String, Work> work : works.entrySet()) {
        Connection connection = connections.open();
        long id = engine.isPresent() ? engine.get().sessionId(connection) : sessions.size();
        sessions.add(new Session(work.getKey(), work.getValue(), connection, id));
        if (engine.isPresent()) {
          engine.get().setLockTimeout(connection, limit.multipliedBy(3));
        }
      }
    } catch (Exception e) {
      close();
      throw e;
    }
    this.waits =
        engine.isPresent()
            ? new Waits.ByServer(engine.get(), control, sessions)
            : new Waits.ByTime(blockedAfter.orElseThrow());
  }

  private static Optional<Engine> engine(Connection control, Optional<Duration> blockedAfter)
      throws SQLException {
    if (blockedAfter.isPresent()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Engine.of(control.getMetaData().getURL()));
    } catch (EngineException e) {
      throw new IllegalStateException(
          "how to ask %s who waits for whom is not known; blockedAfter(…) goes by time"
              .formatted(control.getMetaData().getDatabaseProductName()),
          e);
    }
  }

  Exploration explore(Rule rule, int atMost) throws Exception {
    List<String> names = sessions.stream().map(Session::name).toList();
    for (List<String> order : orders(names)) {
      serial(order);
    }
    refuseAlwaysThrowing(names);
    boolean judges = false;
    List<Anomaly> anomalies = new ArrayList<>();
    int total = 0;
    int aborted = 0;
    List<Choice> choices = new ArrayList<>();
    boolean more = true;
    while (more) {
      if (++total > atMost) {
        throw new IllegalStateException(
            "there are more than %d interleavings: atMost(…) sets how many are run"
                .formatted(atMost));
      }
      List<Choice> made = new ArrayList<>();
      List<Choice> before = choices;
      Run run = new Run(sessions, waits, limit);
      Outcome outcome =
          outcome(
              run,
              able -> {
                Choice choice =
                    made.size() < before.size()
                        ? again(before, made.size(), able)
                        : new Choice(able.getFirst(), able);
                made.add(choice);
                return choice.taken;
              });
      Optional<String> wrong = rule.wrong(control, outcome);
      judges |= wrong.isEmpty();
      String reason = wrong.isPresent() ? wrong.get() : unexplained(outcome);
      if (!reason.isEmpty()) {
        anomalies.add(
            new Anomaly(
                run.switches(),
                "%s%nthis run%n%s%s".formatted(run.timeline(), outcome.text(), reason)));
      } else if (outcome.results().size() < sessions.size()) {
        aborted++;
      }
      choices = next(made);
      more = !choices.isEmpty();
    }
    if (judges) {
      refuseUnsteady(names);
    }
    anomalies.sort(Comparator.comparingInt(Anomaly::switches));
    return new Exploration(total, aborted, List.copyOf(anomalies));
  }

  /// A session that never does its work tells nothing of the others.
  private void refuseAlwaysThrowing(List<String> names) {
    for (String name : names) {
      String result = serial.get(names).results().get(name);
      if (result.startsWith("threw ")
          && orders(names).stream()
              .allMatch(o -> serial.get(o).results().get(name).equals(result))) {
        throw new IllegalStateException(
            "%s %s in every serial order, so that nothing of it was tested; where that is its answer, return it"
                .formatted(name, result));
      }
    }
  }

  /// What differs by itself, such as keys that the server makes up, would make an anomaly of every
  /// interleaving.
  private void refuseUnsteady(List<String> names) throws Exception {
    Outcome first = serial.remove(names);
    String difference = first.difference(serial(names));
    if (!difference.isEmpty()) {
      throw new IllegalStateException(
          "no verdict: the serial order %s was run twice, and %s; a setUp puts back all rows and generated keys, and nothing goes by the time"
              .formatted(String.join(", ", names), difference));
    }
  }

  /// A choice of the run before, in a run that has taken the same ones until then.
  private static Choice again(List<Choice> before, int index, List<String> able) {
    Choice choice = before.get(index);
    if (!able.equals(choice.able)) {
      throw new IllegalStateException(
          "%s, these could go on before: %s; and now: %s. What a session does must depend on the database alone; H2 itself does not always end the same session in a deadlock"
              .formatted(
                  index == 0 ? "at the beginning" : "after " + names(before.subList(0, index)),
                  String.join(", ", choice.able),
                  String.join(", ", able)));
    }
    return choice;
  }

  private static String names(List<Choice> choices) {
    return choices.stream().map(Choice::taken).collect(Collectors.joining(", "));
  }

  /// The choices up to the last one that can be another; none if there is none.
  private static List<Choice> next(List<Choice> made) {
    List<Choice> next = new ArrayList<>(made);
    while (!next.isEmpty()) {
      Optional<Choice> other = next.removeLast().next();
      if (other.isPresent()) {
        next.add(other.get());
        break;
      }
    }
    return next;
  }

  /// What the serial orders give instead; the empty text if one gives the same.
  private String unexplained(Outcome outcome) throws Exception {
    StringBuilder text = new StringBuilder();
    for (List<String> order : orders(List.copyOf(outcome.results().keySet()))) {
      Outcome other = serial(order);
      if (other.equals(outcome)) {
        return "";
      }
      text.append("serial order %s%n%s".formatted(String.join(", ", order), other.text()));
    }
    return text.toString();
  }

  /// What some sessions come to, one after the other.
  private Outcome serial(List<String> order) throws Exception {
    Outcome known = serial.get(order);
    if (known != null) {
      return known;
    }
    List<Session> some = new ArrayList<>();
    order.forEach(name -> sessions.stream().filter(s -> s.name().equals(name)).forEach(some::add));
    // The first in the list goes on until it has ended.
    Outcome outcome = outcome(new Run(some, waits, limit), List::getFirst);
    if (outcome.results().size() < order.size()) {
      throw new AssertionError(
          "%s: the database has ended a session although they ran one after the other"
              .formatted(String.join(", ", order)));
    }
    serial.put(order, outcome);
    return outcome;
  }

  private Outcome outcome(Run run, Function<List<String>, String> chooser) throws Exception {
    for (Work setup : setups) {
      setup.in(control);
      control.setAutoCommit(true);
    }
    for (Session session : sessions) {
      reset(session.connection());
    }
    run.run(chooser);
    Map<String, String> results = new LinkedHashMap<>();
    for (Session session : sessions) {
      Optional<Ending> ending = run.ending(session.name());
      if (ending.isPresent()) {
        add(session.name(), ending.get(), run, results);
        reset(session.connection());
      }
    }
    return new Outcome(results, Outcome.tables(control));
  }

  private void add(String session, Ending ending, Run run, Map<String, String> results) {
    if (ending.thrown() instanceof Error e) {
      throw new AssertionError("%s failed:%n%n%s".formatted(session, run.timeline()), e);
    }
    if (!isAbort(ending.thrown())) {
      results.put(session, text(ending));
    }
  }

  /// Rolls back what is open; also where a session has not ended its transaction.
  private void reset(Connection connection) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    if (level.isPresent() && engine.isPresent()) {
      engine.get().setLevel(connection, level.get());
    } else if (level.isPresent()) {
      connection.setTransactionIsolation(level.get().jdbc());
    }
  }

  private static String text(Ending ending) {
    return ending.thrown() == null
        ? "returned " + ending.value()
        : ending.thrown() instanceof SQLException e
            ? "threw SQLState " + e.getSQLState()
            : "threw " + ending.thrown();
  }

  /// Whether the database has ended it because of the others. Frameworks wrap the reason.
  private boolean isAbort(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof SQLException sql) {
        Failure failure =
            engine
                .map(known -> known.classify(sql))
                .orElse(
                    String.valueOf(sql.getSQLState()).startsWith("40")
                        ? Failure.UPDATE_CONFLICT
                        : Failure.OTHER);
        switch (failure) {
          case DEADLOCK, UPDATE_CONFLICT, LOCK_TIMEOUT -> {
            return true;
          }
          default -> {
            // Its cause may say more.
          }
        }
      }
    }
    return false;
  }

  static List<List<String>> orders(List<String> names) {
    if (names.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> orders = new ArrayList<>();
    for (String first : names) {
      List<String> others = new ArrayList<>(names);
      others.remove(first);
      for (List<String> rest : orders(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        orders.add(order);
      }
    }
    return orders;
  }

  @Override
  public void close() throws SQLException {
    for (Session session : sessions) {
      session.connection().close();
    }
    control.close();
  }
}
