package workbook.dataquality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A folder for files that nobody needs afterwards. It is gone once this is closed, and after
/// Ctrl-C.
final class TemporaryFolder implements AutoCloseable {

  private final Path path;
  private final Thread hook = new Thread(this::deleteAtExit, "delete temporary files");

  private TemporaryFolder(Path path) {
    this.path = path;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// @param parent exists
  static TemporaryFolder in(Path parent) throws IOException {
    return new TemporaryFolder(Files.createTempDirectory(parent, "work"));
  }

  static TemporaryFolder ofSystem() throws IOException {
    return new TemporaryFolder(Files.createTempDirectory("data-quality"));
  }

  Path path() {
    return path;
  }

  @Override
  public synchronized void close() throws IOException {
    if (Files.exists(path)) {
      delete(path);
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The JVM is ending, and the hook finds nothing left.
    }
  }

  /// What still runs makes no more files in a folder that has another name.
  private synchronized void deleteAtExit() {
    if (!Files.exists(path)) {
      return;
    }
    try {
      Path ended = Files.move(path, path.resolveSibling(path.getFileName() + "-ended"));
      delete(ended);
    } catch (IOException e) {
      System.err.printf("left behind: %s (%s)%n", path, e.getMessage());
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.deleteIfExists(each);
    }
  }
}
