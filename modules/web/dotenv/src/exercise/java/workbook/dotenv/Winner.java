package workbook.dotenv;

import java.util.Map;
import workbook.exercise.Todo;

/// Which file wins.
final class Winner {

  private Winner() {}

  /// The file from which Vite takes the value of a variable: of `.env`, `.env.local`, `.env.[mode]`
  /// and `.env.[mode].local` the last that sets it. An empty value is a value.
  ///
  /// @param files the values that each file sets, by the name of the file; files of other modes may
  ///   be among them
  /// @return its name, or an empty string if none of the four sets the variable
  /// @throws IllegalArgumentException if the mode is `local`
  static String of(String variable, String mode, Map<String, Map<String, String>> files) {
    return Todo.todo("dotenv/1");
  }
}
