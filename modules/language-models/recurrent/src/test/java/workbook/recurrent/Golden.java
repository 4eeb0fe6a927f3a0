package workbook.recurrent;

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
}
