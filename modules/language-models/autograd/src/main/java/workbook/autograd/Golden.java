package workbook.autograd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;

/// What another library computed, for tests to compare with: a file `golden.safetensors` among the
/// resources of a test's package, made by the `golden.py` that lies there too.
///
/// ```java
/// private static final Golden GOLDEN = Golden.beside(LayerNormTest.class);
/// ```
public final class Golden {

  private static final String NAME = "golden.safetensors";

  private final Path file;
  private final Map<String, Tensor> tensors;

  private Golden(Path file, Map<String, Tensor> tensors) {
    this.file = file;
    this.tensors = tensors;
  }

  /// Reads the file that lies in the package of a class.
  ///
  /// @throws IllegalArgumentException if there is none
  /// @throws UncheckedIOException if it cannot be read; the message says why
  public static Golden beside(Class<?> test) {
    URL resource = test.getResource(NAME);
    if (resource == null) {
      throw new IllegalArgumentException(
          "no %s in the package %s".formatted(NAME, test.getPackageName()));
    }
    try {
      Path file = Path.of(resource.toURI());
      return new Golden(file, Safetensors.load(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Where it lies.
  public Path file() {
    return file;
  }

  /// A constant. Its array is the same each time: a test that writes to it takes a
  /// [#parameter(String)] or [#floats(String)].
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public Tensor tensor(String name) {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException("no '%s' in %s".formatted(name, file));
    }
    return tensor;
  }

  /// A copy with a gradient.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public Tensor parameter(String name) {
    Tensor from = tensor(name);
    Tensor parameter = Tensor.parameter(from.shape());
    System.arraycopy(from.data(), 0, parameter.data(), 0, from.size());
    return parameter;
  }

  /// A copy of the numbers, row by row.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public float[] floats(String name) {
    return tensor(name).data().clone();
  }
}
