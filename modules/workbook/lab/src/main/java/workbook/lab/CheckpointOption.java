package workbook.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options of a training that say where to keep what was learned, and whether to go on from
/// there. What was learned in hours is never replaced unasked.
public final class CheckpointOption {

  @Option(
      names = "--checkpoint",
      paramLabel = "FILE",
      description = "Keep the weights, and all it takes to go on, in this file: safetensors.")
  private String file;

  @Option(names = "--resume", description = "Go on from the checkpoint, bit for bit.")
  private boolean resume;

  @Option(names = "--overwrite", description = "Begin anew, although the checkpoint is there.")
  private boolean overwrite;

  /// Where to keep it. To be asked before the training writes there.
  ///
  /// @throws Refusal if it cannot be written there
  /// @throws IllegalArgumentException if it is there already and nothing says what is to become of
  ///   it; or if there is nothing to go on from
  public Optional<Path> file() {
    if (resume && overwrite) {
      throw new IllegalArgumentException("--resume goes on, --overwrite begins anew: one of them");
    }
    if (file == null && (resume || overwrite)) {
      throw new IllegalArgumentException(
          "%s needs a --checkpoint FILE".formatted(resume ? "--resume" : "--overwrite"));
    }
    return Optional.ofNullable(file).map(this::checked);
  }

  /// Whether the training goes on from what is in the file.
  public boolean resumes() {
    return resume;
  }

  private Path checked(String file) {
    Path path = OutputFile.of("--checkpoint", file);
    boolean exists = Files.exists(path);
    if (exists && !resume && !overwrite) {
      throw new IllegalArgumentException(
          "%s is there already: --resume goes on from it, --overwrite begins anew".formatted(file));
    }
    if (!exists && resume) {
      throw new IllegalArgumentException("there is no %s to go on from".formatted(file));
    }
    return path;
  }
}
