package workbook.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.api.Assertions;
import workbook.autograd.Tensor;

/// What PyTorch computed: golden.safetensors, made by golden.py, which lies beside it.
final class Golden {

  private static final workbook.autograd.Golden FILE =
      workbook.autograd.Golden.beside(Golden.class);

  private Golden() {}

  static Tensor tensor(String name) {
    return FILE.tensor(name);
  }

  static Tensor parameter(String name) {
    return FILE.parameter(name);
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
