package workbook.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option of a training that says where to keep what was learned.
public final class CheckpointOption {

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Keep the weights in this file, in the format safetensors.")
  private String file;

  /// @throws IllegalArgumentException if it cannot be written there
  public Optional<Path> file() {
    return Optional.ofNullable(file).map(CheckpointOption::writable);
  }

  private static Path writable(String file) {
    Path path = Path.of(file);
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(path)) {
      throw new IllegalArgumentException(
          "--checkpoint must name a file in a folder that can be written to, and was '%s'"
              .formatted(file));
    }
    return path;
  }
}
