package workbook.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that an option names, to be written beside and then moved there whole.
public final class OutputFile {

  private OutputFile() {}

  /// It can be written and be replaced by a new one, so far as is known before: it is no device,
  /// and not only to be read. A link leads to the file that it names.
  ///
  /// @param option that names it, as `--keep`
  /// @throws Refusal if it cannot
  public static Path of(String option, String file) {
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    boolean exists = Files.exists(path);
    if (folder == null
        || !Files.isWritable(folder)
        || exists && !(Files.isRegularFile(path) && Files.isWritable(path))) {
      throw new Refusal(
          "%s must name a file in a folder that can be written to, and was '%s'"
              .formatted(option, file));
    }
    try {
      return exists ? path.toRealPath() : path;
    } catch (IOException e) {
      throw new Refusal("%s cannot be read: %s".formatted(path, e.getMessage()), e);
    }
  }
}
