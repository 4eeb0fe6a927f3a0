package workbook.isolationlevels.spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one file says: tables to set up, sessions with their steps, and orders to run them in.
///
/// @param name the file's name without its ending
/// @param setups run before each permutation, one after the other, in one session
/// @param teardown run after each permutation
/// @param permutations the orders that the file names; none means all there are
/// @param bindings for `${name}`, the step whose first value it stands for
public record Specification(
    String name,
    List<String> setups,
    Optional<String> teardown,
    List<Session> sessions,
    List<Permutation> permutations,
    Map<String, String> bindings) {

  /// A connection of its own.
  ///
  /// @param setup run before the first step of each permutation
  /// @param teardown run after the last one
  public record Session(
      String name, Optional<String> setup, List<Step> steps, Optional<String> teardown) {}

  /// One or more statements that are sent together.
  ///
  /// @param session the name of the session that sends them
  /// @param place where it stands: `my.spec:12`
  /// @param errors which errors are part of the program
  public record Step(String name, String session, String sql, String place, Errors errors) {

    /// One that no file holds, and in which no error is expected.
    public Step(String name, String session, String sql) {
      this(name, session, sql, "", Errors.NONE);
    }
  }

  /// Errors that a program knows of, each by its SQLState, its vendor's number, or the name of a
  /// [workbook.engine.Failure]: `duplicate-key`.
  ///
  /// @param survived after which it goes on, in the same transaction
  /// @param aborting after which it rolls back
  public record Errors(List<String> survived, List<String> aborting) {

    public static final Errors NONE = new Errors(List.of(), List.of());
  }

  /// An order of steps.
  public record Permutation(List<Launch> launches) {

    /// These steps in this order, without blockers.
    public static Permutation of(List<Step> steps) {
      return new Permutation(steps.stream().map(step -> new Launch(step, List.of())).toList());
    }

    public List<Step> steps() {
      return launches.stream().map(Launch::step).toList();
    }
  }

  /// A step in a permutation, and what keeps it from being reported as complete.
  public record Launch(Step step, List<Blocker> blockers) {}

  /// A marker in parentheses behind a step of a permutation.
  public sealed interface Blocker {

    /// `(*)`: is reported as waiting at first, even if it is not.
    record Once() implements Blocker {}

    /// `(other)`: is not reported complete while that step is under way.
    record Until(String step) implements Blocker {}

    /// `(other notices 2)`: is not reported complete before that step's session has received so
    /// many notices.
    record Notices(String step, int count) implements Blocker {}
  }

  /// All its SQL, text by text.
  public Stream<String> texts() {
    Stream<String> ofSessions =
        sessions.stream()
            .flatMap(session ->
                Stream.of(
                        session.setup().stream(),
                        session.steps().stream().map(Step::sql),
                        session.teardown().stream())
                    .flatMap(part -> part));
    return Stream.of(setups.stream(), teardown.stream(), ofSessions).flatMap(part -> part);
  }

  /// The step of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Step step(String stepName) {
    return sessions.stream()
        .flatMap(session -> session.steps().stream())
        .filter(step -> step.name().equals(stepName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no step " + stepName));
  }

  /// The session of a name.
  ///
  /// @throws IllegalArgumentException if there is none
  public Session session(String sessionName) {
    return sessions.stream()
        .filter(session -> session.name().equals(sessionName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name + " has no session " + sessionName));
  }
}
