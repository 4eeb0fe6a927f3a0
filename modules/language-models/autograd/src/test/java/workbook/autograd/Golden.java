package workbook.autograd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/// What PyTorch computed: golden.safetensors, made by golden.py, which lies beside it.
final class Golden {

  private static final Map<String, Tensor> TENSORS = load();

  private Golden() {}

  static Path file() {
    try {
      return Path.of(Golden.class.getResource("golden.safetensors").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Tensor> load() {
    try {
      return Safetensors.load(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Tensor tensor(String name) {
    Tensor tensor = TENSORS.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no '%s' in golden.safetensors".formatted(name));
    }
    return tensor;
  }

  /// The same as a tensor with a gradient.
  static Tensor parameter(String name) {
    Tensor from = tensor(name);
    Tensor parameter = Tensor.parameter(from.shape());
    System.arraycopy(from.data(), 0, parameter.data(), 0, from.size());
    return parameter;
  }
}
