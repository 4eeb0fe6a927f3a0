package workbook.command.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import workbook.command.UserError;
import workbook.command.build.Classes;
import workbook.command.check.Verdict.State;
import workbook.command.tree.Topic;
import workbook.command.tree.Tree;

/// How many exercises are in which state.
///
/// @param notBuilt the topics whose exercises could not be counted, because they were never built
public record Tally(Map<State, Integer> counts, List<String> notBuilt) {

  /// Counts states.
  public static Tally of(List<State> states) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return new Tally(counts, List.of());
  }

  /// Checks every exercise of a tree. Those of a topic whose examples do not compile are failing.
  public static Tally of(Tree tree) {
    Classes classes = new Classes(tree);
    Checker checker = new Checker(tree);
    List<State> states = new ArrayList<>();
    List<String> notBuilt = new ArrayList<>();
    for (Topic topic : tree.topics()) {
      if (classes.areKnownOf(topic.folder())) {
        Stub.of(topic).forEach(stub -> states.add(stateOf(checker, stub)));
      } else {
        notBuilt.add(topic.name());
      }
    }
    return new Tally(of(states).counts(), notBuilt);
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
    String line =
        "Exercises: %d solved, %d attempted and failing, %d not started."
            .formatted(count(State.SOLVED), count(State.FAILING), count(State.NOT_STARTED));
    return notBuilt.isEmpty()
        ? line
        : line + " Not built, so not counted: " + String.join(", ", notBuilt) + ".";
  }
}
