package workbook.answers.check;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import workbook.answers.UserError;

/// The folder in which answers run, and into which they write: a temporary one, which goes with
/// them.
record WorkingFolder(Path path) {

  /// @throws UserError if there is no place for it
  static WorkingFolder create() {
    try {
      return new WorkingFolder(Files.createTempDirectory("workbook-answer-"));
    } catch (IOException e) {
      throw new UserError(
          "the temporary folder for what answers write cannot be made (%s). Set TMPDIR to another"
              .formatted(e));
    }
  }

  /// How many bytes the files in it hold.
  long bytes() {
    long[] sum = {0};
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              sum[0] += attributes.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // Deleted meanwhile, or kept from being read: what it holds does not count.
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sum[0];
  }

  /// Deletes what is in it.
  ///
  /// @return whether nothing is left
  boolean clear() {
    deleteWithin(path.toFile());
    String[] left = path.toFile().list();
    return left != null && left.length == 0;
  }

  /// Deletes it with what is in it.
  void delete() {
    delete(path.toFile());
  }

  private static void delete(File file) {
    if (!Files.isSymbolicLink(file.toPath()) && file.isDirectory()) {
      deleteWithin(file);
    }
    // One that is gone already is as good.
    file.delete();
  }

  private static void deleteWithin(File folder) {
    // An answer may have made a folder that even its owner cannot look into.
    folder.setReadable(true);
    folder.setWritable(true);
    folder.setExecutable(true);
    File[] files = folder.listFiles();
    if (files != null) {
      for (File file : files) {
        delete(file);
      }
    }
  }
}
