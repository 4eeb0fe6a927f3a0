package workbook.autograd;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// The smallest network that can bend a line: a layer of ReLUs between input and output. With a
/// width of 0 it has none, and is a linear classifier.
final class Network {

  private final Map<String, Tensor> parameters = new LinkedHashMap<>();

  Network(int inputs, int width, int outputs, RandomGenerator random) {
    if (width > 0) {
      parameters.put("w1", Init.kaiming(Tensor.parameter(inputs, width), random));
      parameters.put("b1", Tensor.parameter(width));
    }
    int last = width > 0 ? width : inputs;
    parameters.put("w2", Init.xavier(Tensor.parameter(last, outputs), random));
    parameters.put("b2", Tensor.parameter(outputs));
  }

  /// @param x a row for each point
  /// @return a row of scores for each
  Tensor scores(Tape t, Tensor x) {
    Tensor h = x;
    if (parameters.containsKey("w1")) {
      h = t.relu(t.add(t.matmul(x, parameters.get("w1")), parameters.get("b1")));
    }
    return t.add(t.matmul(h, parameters.get("w2")), parameters.get("b2"));
  }

  Map<String, Tensor> parameters() {
    return parameters;
  }

  /// The weights, without the biases.
  List<Tensor> weights() {
    return parameters.values().stream().filter(x -> x.axes() == 2).toList();
  }

  List<Tensor> biases() {
    return parameters.values().stream().filter(x -> x.axes() == 1).toList();
  }
}
