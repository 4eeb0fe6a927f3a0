package workbook.recurrent;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;

/// The weights of a cell, laid out and named as PyTorch does it: a matrix has a row for each of its
/// outputs, and the gates of a cell lie one under the other.
///
/// There are two biases, of which only a GRU needs both.
///
/// @param input `[gates · width, inputs]`
/// @param recurrent `[gates · width, width]`
/// @param inputBias `[gates · width]`
/// @param recurrentBias `[gates · width]`
public record Weights(Tensor input, Tensor recurrent, Tensor inputBias, Tensor recurrentBias) {

  /// Uniform between -1/√width and 1/√width, as PyTorch begins.
  static Weights random(int gates, int inputs, int width, RandomGenerator random) {
    double bound = 1 / StrictMath.sqrt(width);
    int rows = gates * width;
    return new Weights(
        Init.uniform(Tensor.parameter(rows, inputs), bound, random),
        Init.uniform(Tensor.parameter(rows, width), bound, random),
        Init.uniform(Tensor.parameter(rows), bound, random),
        Init.uniform(Tensor.parameter(rows), bound, random));
  }

  /// What the inputs add to the gates: W x + b.
  Tensor ofInput(Tape t, Tensor x) {
    return t.add(t.matmulTransposed(x, input), inputBias);
  }

  /// What the state adds: U h + b.
  Tensor ofState(Tape t, Tensor h) {
    return t.add(t.matmulTransposed(h, recurrent), recurrentBias);
  }

  int width() {
    return recurrent.size(1);
  }

  /// All by their names in PyTorch, with `prefix` before them.
  Map<String, Tensor> named(String prefix) {
    Map<String, Tensor> named = new LinkedHashMap<>();
    named.put(prefix + "weight_ih_l0", input);
    named.put(prefix + "weight_hh_l0", recurrent);
    named.put(prefix + "bias_ih_l0", inputBias);
    named.put(prefix + "bias_hh_l0", recurrentBias);
    return named;
  }
}
