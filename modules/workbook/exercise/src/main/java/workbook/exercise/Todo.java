package workbook.exercise;

import org.opentest4j.TestAbortedException;

/// The marker in the body of every stub: *nothing has been written here yet*.
public final class Todo {

  private static final StackWalker STACK = StackWalker.getInstance();

  private Todo() {}

  /// Notes that the stub of an exercise was reached, and throws, so that the tests which need it
  /// are skipped instead of failing. Its type fits wherever a value is due:
  ///
  /// ```java
  /// static long ways(int n) {
  ///   return Todo.todo("climbing-stairs/1");
  /// }
  /// ```
  ///
  /// @param exercise the id of the exercise, as in its [Exercise] annotation
  /// @throws TestAbortedException always, unless the marker is misplaced
  /// @throws IllegalStateException if called while a class is being initialised: the class would
  ///   stay broken for every later test, whatever that one needs
  public static <T> T todo(String exercise) {
    STACK
        .walk(
            frames -> frames.filter(frame -> frame.getMethodName().equals("<clinit>")).findFirst())
        .ifPresent(frame -> {
          throw new IllegalStateException(
              "%s: the to-do marker was reached in the static initialiser of %s (%s:%d). Move the call into a method."
                  .formatted(
                      exercise, frame.getClassName(), frame.getFileName(), frame.getLineNumber()));
        });
    Execution.reached(exercise);
    throw new TestAbortedException(notStarted(exercise));
  }

  static String notStarted(String exercise) {
    return exercise + " is not started";
  }
}
