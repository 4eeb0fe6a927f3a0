package workbook.answers.pages;

import java.util.List;

/// What runs an example, for the output that a page shows.
public interface Examples {

  /// What an example prints, on both of its streams.
  ///
  /// @param target `TOPIC` or `TOPIC/EXAMPLE`
  /// @param engines the database engines that it is to run on, with commas; empty for its own
  /// @throws workbook.answers.UserError if there is no such example
  String output(String target, List<String> arguments, String engines);
}
