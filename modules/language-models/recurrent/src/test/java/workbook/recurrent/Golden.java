package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.Assertions;
import workbook.autograd.Safetensors;
import workbook.autograd.Tensor;

/// What PyTorch computed: golden.safetensors, made by golden.py, which lies beside it.
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

  /// The weights of a cell.
  ///
  /// @param prefix before the name that PyTorch gives them
  /// @param suffix behind it
  static Weights weights(String prefix, String suffix) {
    return new Weights(
        parameter(prefix + "weight_ih_l0" + suffix),
        parameter(prefix + "weight_hh_l0" + suffix),
        parameter(prefix + "bias_ih_l0" + suffix),
        parameter(prefix + "bias_hh_l0" + suffix));
  }

  static Cell cell(CellType type, Weights weights) {
    return switch (type) {
      case RNN -> new RnnCell(weights);
      case LSTM -> new LstmCell(weights);
      case GRU -> new GruCell(weights);
    };
  }

  /// @param tolerance what each may be off, as a part of the largest number around, or of 1
  static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
    assertThat(actual).as("%s: length", what).hasSize(expected.length);
    double largest = 1;
    for (float x : expected) {
      largest = Math.max(largest, Math.abs(x));
    }
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .withFailMessage("%s, number %d: expected %s but was %s", what, i, expected[i], actual[i])
          .isCloseTo(expected[i], Assertions.within(tolerance * largest));
    }
  }
}
