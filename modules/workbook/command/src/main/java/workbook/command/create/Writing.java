package workbook.command.create;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import workbook.answers.UserError;

/// Files written all together, or not at all.
///
/// @param folder a folder that is to be made
/// @param before the files outside it that are to be changed, as they are now
record Writing(Path folder, Map<Path, String> before) {

  /// Writes files, in their order.
  ///
  /// @throws UserError if one could not be written; then nothing has changed
  void write(Map<Path, String> files) {
    Path firstMade = firstMissing(folder);
    Deque<Path> changed = new ArrayDeque<>();
    try {
      for (Map.Entry<Path, String> file : files.entrySet()) {
        Files.createDirectories(file.getKey().getParent());
        changed.push(file.getKey());
        Files.writeString(file.getKey(), file.getValue());
      }
    } catch (IOException e) {
      undo(changed, firstMade);
      throw new UserError("nothing was made: %s could not be written".formatted(e.getMessage()));
    }
  }

  private void undo(Deque<Path> changed, Path firstMade) {
    try {
      for (Path file : changed) {
        if (before.containsKey(file) && Files.isWritable(file)) {
          Files.writeString(file, before.get(file));
        }
      }
      if (Files.exists(firstMade)) {
        try (Stream<Path> made = Files.walk(firstMade)) {
          List<Path> inside = made.sorted(Comparator.reverseOrder()).toList();
          for (Path path : inside) {
            Files.delete(path);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The uppermost of the folder and those above it that is not there yet.
  private static Path firstMissing(Path folder) {
    Path missing = folder;
    while (!Files.exists(missing.getParent())) {
      missing = missing.getParent();
    }
    return missing;
  }
}
