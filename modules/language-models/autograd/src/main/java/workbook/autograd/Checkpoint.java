package workbook.autograd;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import workbook.lab.CheckpointOption;
import workbook.lab.Refusal;

/// A training as a file of [Safetensors], from which it goes on bit for bit: the weights under
/// their own names, and behind them under `training/` what else the next step depends on.
///
/// @param training which one it is: with other settings or another text it could not go on
/// @param weights what is learned
/// @param memory what the optimiser and the trainer remember from step to step
/// @param about what a program needs that uses the weights, by name
public record Checkpoint(
    String training,
    Map<String, Tensor> weights,
    Map<String, Tensor> memory,
    Map<String, String> about) {

  /// What the names of the memory begin with.
  static final String PREFIX = "training/";

  private static final String TRAINING = "training";
  private static final String DONE = "done";

  /// Between the parts of a description, which may be a record's.
  private static final Pattern PARTS = Pattern.compile("[\\[\\],]+ *");

  /// Writes it as [Safetensors#save] does: killed at any time, it leaves the one before.
  ///
  /// @param done how many steps
  public void save(Path file, int done) throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>(about);
    metadata.put(TRAINING, training);
    metadata.put(DONE, String.valueOf(done));
    Safetensors.save(file, all(), metadata);
  }

  /// What the options ask for: goes on from the file, or begins.
  ///
  /// @return how many steps were done
  /// @throws Refusal if the file is none to go on from, with the reason
  public int begin(CheckpointOption options) {
    if (!options.resumes()) {
      return 0;
    }
    try {
      return load(options.file().orElseThrow());
    } catch (IOException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  /// Reads it back: weights and memory are then what they were. Nothing changes if it is refused.
  ///
  /// @return how many steps were done
  /// @throws IOException if it is none, or one of another training, with the reason
  public int load(Path file) throws IOException {
    Map<String, String> metadata = Safetensors.metadata(file);
    String kept = metadata.get(TRAINING);
    String done = metadata.getOrDefault(DONE, "");
    if (kept == null || !done.matches("[0-9]{1,9}")) {
      throw new IOException(file + ": has weights, but no training that could go on");
    }
    if (!kept.equals(training)) {
      throw new IOException(
          "%s: is of another training: %s there, and %s here"
              .formatted(file, differing(kept, training), differing(training, kept)));
    }
    Safetensors.loadInto(file, all());
    return Integer.parseInt(done);
  }

  /// What is said in one description and not in the other, as `steps=4` of two records; all of it
  /// where they have not the same parts.
  private static String differing(String one, String other) {
    String[] parts = PARTS.split(one);
    String[] others = PARTS.split(other);
    return parts.length != others.length
        ? one
        : IntStream.range(0, parts.length)
            .filter(i -> !parts[i].equals(others[i]))
            .mapToObj(i -> parts[i])
            .collect(Collectors.joining(", "));
  }

  private Map<String, Tensor> all() {
    Map<String, Tensor> all = new LinkedHashMap<>(weights);
    memory.forEach((name, tensor) -> all.put(PREFIX + name, tensor));
    return all;
  }
}
