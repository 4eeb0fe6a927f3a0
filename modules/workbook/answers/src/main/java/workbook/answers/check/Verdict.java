package workbook.answers.check;

import java.util.List;
import workbook.answers.UserError;

/// What the tests of an exercise say of an answer.
///
/// @param passed the tests that passed, by display name, in the order in which they ran
/// @param skipped those that reached a stub
/// @param failures what failed; a compiler error is a failure too
/// @param output what the answer printed, up to a limit
/// @param remark something that is no failure, and yet amiss: a thread that was left running; empty
///   if there is nothing
public record Verdict(
    State state,
    List<String> passed,
    List<String> skipped,
    List<Failure> failures,
    String output,
    String remark) {

  /// How far an exercise has come.
  public enum State {
    /// A test reached a stub, and none failed.
    NOT_STARTED,
    /// A test failed, or the answer does not compile.
    FAILING,
    /// Every test passed.
    SOLVED
  }

  /// The verdict where no test ran to its end.
  static Verdict failing(Failure failure) {
    return new Verdict(State.FAILING, List.of(), List.of(), List.of(failure), "", "");
  }

  /// The verdict where the topic cannot be compiled or was not built.
  public static Verdict failing(UserError error) {
    return failing(new Failure("", error.getMessage(), error.getMessage(), ""));
  }

  /// How many tests have run.
  public int tests() {
    return passed.size() + skipped.size() + (int) failures.stream().filter(Failure::isTest).count();
  }
}
