package workbook.command.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import workbook.command.UserError;
import workbook.command.check.Verdict.State;
import workbook.command.tree.Tree;

/// How many exercises are in which state.
public record Progress(Map<State, Integer> counts) {

  /// Counts states.
  public static Progress of(List<State> states) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return new Progress(counts);
  }

  /// Checks every exercise of a tree. Those of a topic whose examples do not compile are failing.
  public static Progress of(Tree tree) {
    Checker checker = new Checker(tree);
    return of(
        tree.topics().stream()
            .flatMap(topic -> Stub.of(topic).stream())
            .map(stub -> stateOf(checker, stub))
            .toList());
  }

  private static State stateOf(Checker checker, Stub stub) {
    try {
      return checker.check(stub).state();
    } catch (UserError _) {
      return State.FAILING;
    }
  }

  public int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  /// The line that closes `mvn test`.
  public String line() {
    return "Exercises: %d solved, %d attempted and failing, %d not started."
        .formatted(count(State.SOLVED), count(State.FAILING), count(State.NOT_STARTED));
  }
}
