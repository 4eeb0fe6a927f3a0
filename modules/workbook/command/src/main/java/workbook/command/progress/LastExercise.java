package workbook.command.progress;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import workbook.answers.UserError;
import workbook.answers.tree.Exercise;
import workbook.answers.tree.Tree;

/// The exercise that was looked at last, in the file `.workbook/last`: what a command means that is
/// given no name.
public final class LastExercise {

  private LastExercise() {}

  /// Remembers an exercise, where that can be written.
  public static void note(Tree tree, Exercise exercise) {
    Path file = file(tree);
    try {
      if (!exercise.id().equals(read(file))) {
        Files.createDirectories(file.getParent());
        Files.writeString(file, exercise.id());
      }
    } catch (FileSystemException _) {
      // As in a checkout that is read-only: a name must be given each time.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The exercise that was looked at last; before one was, or where it is gone, what is next.
  ///
  /// @throws UserError if all are solved
  public static Exercise in(Tree tree) {
    String last = read(file(tree));
    return tree.topics().stream()
        .filter(topic -> last.startsWith(topic.name() + "/"))
        .flatMap(topic -> Exercise.of(topic).stream())
        .filter(exercise -> exercise.id().equals(last))
        .findFirst()
        .or(() -> Standings.of(tree, tree.topics()).next().map(Standing.Of::exercise))
        .orElseThrow(() -> new UserError("which exercise? Name one, for instance TOPIC/1"));
  }

  private static Path file(Tree tree) {
    return tree.root().resolve(".workbook/last");
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
