package workbook.autograd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import workbook.lab.Refusal;

/// What a [Checkpoint] holds for a program that uses the weights and does not train.
public final class Trained {

  /// Under what a checkpoint of a model of characters has all of them.
  public static final String ALPHABET = "alphabet";

  private final Path file;
  private final Map<String, Tensor> weights;
  private final Map<String, String> about;

  private Trained(Path file, Map<String, Tensor> weights, Map<String, String> about) {
    this.file = file;
    this.weights = weights;
    this.about = about;
  }

  /// @throws Refusal if it cannot be read, with the reason
  public static Trained read(Path file) {
    if (Files.isDirectory(file)) {
      throw new Refusal(file + ": is a folder");
    }
    try {
      Set<String> names =
          Safetensors.list(file).stream()
              .filter(StoredTensor::isRead)
              .map(StoredTensor::name)
              .filter(name -> !name.startsWith(Checkpoint.PREFIX))
              .collect(Collectors.toSet());
      Map<String, Tensor> weights = Safetensors.load(file, names);
      for (Map.Entry<String, Tensor> weight : weights.entrySet()) {
        Safetensors.requireFinite(file, weight.getKey(), weight.getValue().data());
      }
      return new Trained(file, weights, Safetensors.metadata(file));
    } catch (NoSuchFileException e) {
      throw new Refusal("there is no file " + file, e);
    } catch (IOException e) {
      throw new Refusal(e.getMessage(), e);
    }
  }

  /// What the file says about itself.
  ///
  /// @throws Refusal if it does not
  public String about(String name) {
    String value = about.get(name);
    if (value == null) {
      throw new Refusal("%s: has nothing under '%s', as a checkpoint has".formatted(file, name));
    }
    return value;
  }

  /// A matrix.
  ///
  /// @throws Refusal if there is none of this name
  public Tensor matrix(String name) {
    Tensor found = weights.get(name);
    if (found == null || found.axes() != 2) {
      throw new Refusal("%s: has no matrix '%s', as a checkpoint has".formatted(file, name));
    }
    return found;
  }

  /// Copies all weights into those of a model.
  ///
  /// @throws Refusal unless names and shapes are the same
  public void copyTo(Map<String, Tensor> model) {
    if (!weights.keySet().equals(model.keySet())) {
      throw new Refusal(
          "%s: has the tensors %s, and the model %s"
              .formatted(file, weights.keySet(), model.keySet()));
    }
    model.forEach((name, tensor) -> {
      Tensor from = weights.get(name);
      if (!from.hasShape(tensor.shape())) {
        throw new Refusal(
            "%s: '%s' has the shape %s, and in the model %s".formatted(file, name, from, tensor));
      }
      System.arraycopy(from.data(), 0, tensor.data(), 0, tensor.size());
    });
  }
}
