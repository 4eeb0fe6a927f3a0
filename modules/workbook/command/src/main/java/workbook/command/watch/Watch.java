package workbook.command.watch;

import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import workbook.answers.UserError;
import workbook.answers.check.Verdict;
import workbook.answers.check.Verdict.State;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;
import workbook.command.progress.Hints;
import workbook.command.progress.LastExercise;
import workbook.command.progress.RememberingChecker;
import workbook.command.progress.Standing;
import workbook.command.read.Keyboard;

/// Exercises, checked on every save, one after the other.
///
/// Saves, keys and verdicts come in through one queue and are dealt with by one thread. Another
/// does the checking, so that a key is answered while an answer runs and does not end.
public final class Watch {

  /// A check that takes longer is spoken of.
  private static final long PATIENCE_MILLIS = 1000;

  private static final char END_OF_INPUT = '\u0004';

  private final Tree tree;
  private final Course course;
  private final View view;
  private final boolean keys;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Checks checks;

  /// Whether what was solved just before is on the screen and has to stay.
  private boolean movingOn;

  private boolean over;

  /// @param keys whether a terminal is there to press keys at
  public Watch(Tree tree, RememberingChecker checker, Course course, View view, boolean keys) {
    this.tree = tree;
    this.course = course;
    this.checks = new Checks(checker, view::summary, this::post);
    this.view = view;
    this.keys = keys;
  }

  /// Watches until a key says that it is enough.
  ///
  /// @throws UserError if files cannot be watched here
  public void run() throws InterruptedException {
    try (Saves _ =
        new Saves(
            course.folders(),
            files -> post(new Event.Saved(files)),
            failure -> post(new Event.Failed(failure)))) {
      begin();
      Keyboard keyboard = keys ? keyboard() : null;
      try (keyboard) {
        loop();
      }
    } finally {
      checks.end();
    }
  }

  /// The keyboard, or null where JLine knows of no way to read keys one by one, as on Windows.
  private Keyboard keyboard() {
    try {
      return Keyboard.open(key -> post(new Event.Key(key)), () -> post(new Event.Resumed()));
    } catch (IOException | IllegalStateException e) {
      view.withoutKeys(
          view.say("Keys cannot be read here (%s). Ctrl-C ends it.", "这里读不到按键（%s）。按 Ctrl-C 结束。")
              .formatted(e.getMessage()));
      return null;
    }
  }

  void post(Event event) {
    events.add(event);
  }

  private void begin() {
    if (course.isOver()) {
      view.begin();
      view.allSolved(course.standings());
      view.end();
    } else {
      check();
    }
  }

  private void loop() throws InterruptedException {
    while (!over) {
      Event event =
          checks.isBusy() ? events.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) : events.take();
      if (event == null) {
        view.message(view.say("Checking %s …", "正在检查 %s……").formatted(course.current().id()));
        event = events.take();
      }
      switch (event) {
        case Event.Saved saved -> {
          if (course.saved(saved.files())) {
            check();
          }
        }
        case Event.Key key -> pressed(key.key());
        case Event.Checked checked -> {
          if (checks.ended()) {
            show(checked.exercise(), checked.verdict());
          }
        }
        case Event.NotChecked not -> {
          if (checks.ended()) {
            show(view.told(not.reason()));
          }
        }
        case Event.CheckedAmongAll checked -> showAmongAll(checked);
        case Event.Failed failed ->
            throw failed.exception() instanceof RuntimeException e
                ? e
                : new IllegalStateException(failed.exception());
        case Event.Resumed _ -> check();
      }
    }
  }

  private void pressed(char key) {
    switch (Character.toLowerCase(key)) {
      case 'h' -> hint();
      case 'n' -> next();
      case 'l' -> {
        view.list(course.standings(), course.current());
        view.end();
      }
      case 'a' -> checkAll();
      case 'q', END_OF_INPUT, Keyboard.GONE -> over = true;
      default -> {
        // Any other key means nothing.
      }
    }
  }

  private void hint() {
    view.hints(Hints.next(tree, course.current()));
    view.end();
  }

  private void next() {
    if (course.next()) {
      check();
    } else {
      view.message(view.say("There is no other exercise left.", "没有别的练习了。"));
      view.end();
    }
  }

  private void check() {
    LastExercise.note(tree, course.current());
    checks.check(course.current());
  }

  private void show(String problem) {
    emptied();
    movingOn = false;
    view.problem(problem);
    view.end();
  }

  private void show(Exercise exercise, Verdict verdict) {
    emptied();
    movingOn = verdict.state() == State.SOLVED;
    if (!movingOn) {
      view.verdict(exercise, verdict);
      view.end();
      return;
    }
    view.solved(exercise, verdict);
    course.solved(exercise.id());
    if (course.next()) {
      check();
    } else {
      movingOn = false;
      view.allSolved(course.standings());
      view.end();
    }
  }

  private void emptied() {
    if (!movingOn) {
      view.begin();
    }
  }

  private void checkAll() {
    if (checks.isCheckingAll()) {
      return;
    }
    view.begin();
    checks.checkAll(
        course.standings().all().stream()
            .filter(of -> of.standing() != Standing.NOT_STARTED)
            .map(Standing.Of::exercise)
            .toList());
    endAll();
  }

  private void showAmongAll(Event.CheckedAmongAll checked) {
    view.brief(checked.exercise(), view.told(checked.summary()));
    checks.endedAmongAll();
    endAll();
  }

  private void endAll() {
    if (!checks.isCheckingAll()) {
      view.counts(course.standings());
      view.end();
    }
  }
}
