package workbook.answers.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import workbook.answers.check.Verdict.State;

/// How many exercises are in which state.
public record Tally(Map<State, Integer> counts) {

  /// Counts states.
  public static Tally of(List<State> states) {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    states.forEach(state -> counts.merge(state, 1, Integer::sum));
    return new Tally(counts);
  }

  public int count(State state) {
    return counts.getOrDefault(state, 0);
  }

  /// For instance `1 solved, 0 attempted and failing, 5 not started`.
  @Override
  public String toString() {
    return "%d solved, %d attempted and failing, %d not started"
        .formatted(count(State.SOLVED), count(State.FAILING), count(State.NOT_STARTED));
  }
}
