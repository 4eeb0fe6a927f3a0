package workbook.command.check;

import java.util.List;

/// What the tests of an exercise say of an answer.
///
/// @param passed how many tests passed
/// @param failures what failed; a compiler error is a failure too
public record Verdict(State state, int passed, List<Failure> failures) {

  /// How far an exercise has come.
  public enum State {
    /// A test reached a stub, and none failed.
    NOT_STARTED,
    /// A test failed, or the answer does not compile.
    FAILING,
    /// Every test passed.
    SOLVED
  }
}
