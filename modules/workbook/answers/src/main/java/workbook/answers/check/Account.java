package workbook.answers.check;

import java.util.ArrayList;
import java.util.List;
import workbook.answers.check.Verdict.State;

/// Makes a verdict of what is told of an answer's tests.
final class Account {

  private final List<String> passed = new ArrayList<>();
  private final List<String> skipped = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private boolean broken;
  private String running = "";
  private String output = "";
  private String remark = "";

  /// Takes in what is told next.
  ///
  /// @return whether more is to come
  boolean add(Event event) {
    List<String> texts = event.texts();
    switch (event.kind()) {
      case STARTED -> running = texts.getFirst();
      case PASSED -> ended(passed, texts.getFirst());
      case SKIPPED -> ended(skipped, texts.getFirst());
      case FAILED -> ended(failures, new Failure(texts.get(0), texts.get(1), texts.get(2)));
      case BROKEN -> broken(texts.get(0), texts.get(1));
      case PRINTED -> output = texts.getFirst();
      case COUNTED -> throw new IllegalStateException("tests were counted where they are run");
      case LEFT ->
          remark =
              "Still running after the tests: %s. End what you start.".formatted(texts.getFirst());
      case READY, SPOILT -> {
        return false;
      }
    }
    return true;
  }

  /// The test that was running is no longer the one to blame.
  private <T> void ended(List<T> all, T test) {
    all.add(test);
    running = "";
  }

  /// No more tests will run, and this is why.
  void broken(String explanation, String place) {
    broken = true;
    failures.add(Failure.ofRunaway(running, explanation, place));
  }

  boolean isBroken() {
    return broken;
  }

  /// The verdict, once all was told.
  Verdict verdict() {
    State state =
        !failures.isEmpty() ? State.FAILING : skipped.isEmpty() ? State.SOLVED : State.NOT_STARTED;
    int notRun = broken ? Verdict.UNKNOWN : 0;
    return new Verdict(state, passed, skipped, failures, notRun, output, remark);
  }
}
