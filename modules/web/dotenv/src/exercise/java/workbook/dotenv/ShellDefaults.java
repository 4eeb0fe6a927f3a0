package workbook.dotenv;

import java.util.Map;
import workbook.exercise.Todo;

/// A third dialect: the shell's.
final class ShellDefaults {

  private ShellDefaults() {}

  /// Puts values in place of `${NAME}`, `${NAME:-word}`, `${NAME-word}`, `${NAME:+word}` and
  /// `${NAME+word}`, as POSIX has it. With a colon, a variable that is empty counts as one that is
  /// not set. The word may hold references itself; what a variable holds is not looked into again.
  /// Everything else stays as it is, a `$` without a brace among it.
  ///
  /// @param text in which every `${` has its `}`, and no other `}` stands
  static String expand(String text, Map<String, String> variables) {
    return Todo.todo("dotenv/2");
  }
}
