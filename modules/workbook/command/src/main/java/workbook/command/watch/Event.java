package workbook.command.watch;

import java.nio.file.Path;
import java.util.Set;
import workbook.answers.check.Verdict;
import workbook.answers.tree.Exercise;

/// Something that happens while exercises are watched.
sealed interface Event {

  /// Files were saved, all at about the same time.
  record Saved(Set<Path> files) implements Event {}

  /// A key was pressed.
  record Key(char key) implements Event {}

  /// The exercise that is being worked on was checked.
  record Checked(Exercise exercise, Verdict verdict) implements Event {}

  /// An exercise was checked because all are to be.
  ///
  /// @param summary how it stands, in a few words
  record CheckedAmongAll(Exercise exercise, String summary) implements Event {}

  /// A check came to nothing: the topic's own code does not compile, or the stub is gone.
  record NotChecked(String reason) implements Event {}

  /// A check, or the watching of files, broke down.
  record Failed(Exception exception) implements Event {}

  /// The terminal was given back after another program had it.
  record Resumed() implements Event {}
}
