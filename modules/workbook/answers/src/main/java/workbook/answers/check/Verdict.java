package workbook.answers.check;

import java.util.List;
import workbook.answers.UserError;

/// What the tests of an exercise say of an answer.
///
/// @param passed the tests that passed, by display name, in the order in which they ran
/// @param skipped those that reached a stub
/// @param failures what failed; a compiler error is a failure too
/// @param notRun how many tests did not run any more after the answer had to be stopped; [#UNKNOWN]
///   if that cannot be told
/// @param output what the answer printed, up to a limit
/// @param remark something that is no failure, and yet amiss: a thread that was left running; empty
///   if there is nothing
public record Verdict(
    State state,
    List<String> passed,
    List<String> skipped,
    List<Failure> failures,
    int notRun,
    String output,
    String remark) {

  /// Where the answer was stopped, and its tests cannot even be counted.
  public static final int UNKNOWN = -1;

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
    return new Verdict(State.FAILING, List.of(), List.of(), List.of(failure), 0, "", "");
  }

  /// The verdict where the topic cannot be compiled or was not built.
  public static Verdict failing(UserError error) {
    return failing(new Failure("", error.getMessage(), ""));
  }

  /// The same, of so many tests; of [#UNKNOWN] ones it is the same.
  Verdict ofTests(int tests) {
    int left = tests == UNKNOWN ? UNKNOWN : Math.max(tests - tests(), 0);
    return new Verdict(state, passed, skipped, failures, left, output, remark);
  }

  /// How many tests there are, of those that are known.
  public int tests() {
    int failed = (int) failures.stream().filter(Failure::isTest).count();
    return passed.size() + skipped.size() + failed + Math.max(notRun, 0);
  }
}
