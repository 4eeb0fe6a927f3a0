package workbook.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;

/// What PyTorch and numpy computed: golden.safetensors, made by golden.py, which lies beside it.
final class Golden {

  private static final Map<String, Tensor> TENSORS = load();

  private Golden() {}

  private static Map<String, Tensor> load() {
    try {
      return Safetensors.load(Path.of(Golden.class.getResource("golden.safetensors").toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
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

  static float[] floats(String name) {
    return tensor(name).data().clone();
  }

  static double[] doubles(String name) {
    float[] data = tensor(name).data();
    return IntStream.range(0, data.length).mapToDouble(i -> data[i]).toArray();
  }

  static int[] whole(String name) {
    return Arrays.stream(doubles(name)).mapToInt(x -> (int) x).toArray();
  }

  /// A matrix, row by row.
  static float[][] rows(String name) {
    Tensor matrix = tensor(name);
    int columns = matrix.size(1);
    return IntStream.range(0, matrix.size(0))
        .mapToObj(row -> Arrays.copyOfRange(matrix.data(), row * columns, (row + 1) * columns))
        .toArray(float[][]::new);
  }

  /// @param tolerance what each may be off, as a part of the largest number around, or of 1
  static void assertClose(String what, double[] expected, double[] actual, double tolerance) {
    assertThat(actual).as("%s: length", what).hasSize(expected.length);
    double largest = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .withFailMessage("%s, number %d: expected %s but was %s", what, i, expected[i], actual[i])
          .isCloseTo(expected[i], within(tolerance * largest));
    }
  }

  static void assertClose(String name, float[] actual, double tolerance) {
    double[] doubles = IntStream.range(0, actual.length).mapToDouble(i -> actual[i]).toArray();
    assertClose(name, doubles(name), doubles, tolerance);
  }

  static float[] flat(float[][] rows) {
    float[] flat = new float[rows.length * rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      System.arraycopy(rows[row], 0, flat, row * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
