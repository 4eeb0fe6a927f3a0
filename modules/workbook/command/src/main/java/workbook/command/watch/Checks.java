package workbook.command.watch;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import workbook.answers.UserError;
import workbook.answers.check.Checker;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;
import workbook.command.progress.RememberingChecker;

/// The checking, on a thread of its own, so that a key is answered while an answer runs and does
/// not end. All but the checks themselves belongs to the one thread that deals with events.
final class Checks {

  private final RememberingChecker checker;
  private final Function<Verdict, String> inShort;
  private final Consumer<Event> events;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("check").factory());

  private boolean busy;

  /// What to check next, because it was saved while another check ran; null if there is nothing.
  private Exercise newer;

  /// How many of all exercises are still to be checked.
  private int outstanding;

  /// @param inShort says of a verdict how the exercise stands
  Checks(RememberingChecker checker, Function<Verdict, String> inShort, Consumer<Event> events) {
    this.checker = checker;
    this.inShort = inShort;
    this.events = events;
  }

  boolean isBusy() {
    return busy;
  }

  /// Checks an exercise, now or when the check that runs has ended.
  void check(Exercise exercise) {
    if (busy) {
      newer = exercise;
      return;
    }
    busy = true;
    submit(() -> {
      try {
        return new Event.Checked(exercise, checker.check(exercise));
      } catch (UserError e) {
        return new Event.NotChecked(e.getMessage());
      }
    });
  }

  /// Takes note that a check has ended.
  ///
  /// @return whether what it found still counts, and nothing newer is being checked
  boolean ended() {
    busy = false;
    if (newer == null) {
      return true;
    }
    Exercise next = newer;
    newer = null;
    check(next);
    return false;
  }

  /// Checks several exercises, for a line on each.
  void checkAll(List<Exercise> exercises) {
    outstanding = exercises.size();
    for (Exercise exercise : exercises) {
      submit(() -> new Event.CheckedAmongAll(exercise, summary(exercise)));
    }
  }

  /// Takes note that one of all was checked.
  void endedAmongAll() {
    outstanding--;
  }

  boolean isCheckingAll() {
    return outstanding > 0;
  }

  private String summary(Exercise exercise) {
    try {
      return inShort.apply(checker.check(exercise));
    } catch (UserError e) {
      return e.getMessage();
    }
  }

  private void submit(Callable<Event> check) {
    thread.execute(() -> {
      try {
        events.accept(check.call());
      } catch (Exception e) {
        events.accept(new Event.Failed(e));
      }
    });
  }

  /// Ends the check that runs, whether or not its answer would ever end.
  void end() throws InterruptedException {
    thread.shutdownNow();
    do {
      Checker.end();
    } while (!thread.awaitTermination(50, TimeUnit.MILLISECONDS));
  }
}
