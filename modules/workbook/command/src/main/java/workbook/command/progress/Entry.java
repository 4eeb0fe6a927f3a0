package workbook.command.progress;

import java.util.Optional;
import workbook.answers.check.Verdict.State;

/// What is remembered of an exercise.
///
/// @param verdict the last verdict on it; empty if there is none, or the stub is as it was given
/// @param hints how many of its hints were seen
public record Entry(Optional<Judged> verdict, int hints) {

  static final Entry NONE = new Entry(Optional.empty(), 0);

  /// A verdict, and what it was given on.
  ///
  /// @param state solved or failing
  record Judged(State state, Footprint footprint) {}

  Entry withVerdict(State state, Footprint footprint) {
    return new Entry(
        state == State.NOT_STARTED ? Optional.empty() : Optional.of(new Judged(state, footprint)),
        hints);
  }

  Entry withHints(int seen) {
    return new Entry(verdict, seen);
  }
}
