package workbook.autograd;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// The list is in topological order, inputs before users; walked from its end, no value passes on
/// its gradient before all its users have added to it. Each value keeps the two or fewer
/// derivatives of its step as numbers, instead of code: what is passed back is derivative times
/// gradient, always.
final class Value {

  private final double data;
  private final List<Value> inputs;
  private final double[] derivatives;
  private double gradient;

  private Value(double data, List<Value> inputs, double... derivatives) {
    this.data = data;
    this.inputs = inputs;
    this.derivatives = derivatives;
  }

  static Value of(double data) {
    return new Value(data, List.of());
  }

  double data() {
    return data;
  }

  double gradient() {
    return gradient;
  }

  Value plus(Value other) {
    return new Value(data + other.data, List.of(this, other), 1, 1);
  }

  Value times(Value other) {
    return new Value(data * other.data, List.of(this, other), other.data, data);
  }

  Value power(double exponent) {
    double derivative = exponent * Math.pow(data, exponent - 1);
    return new Value(Math.pow(data, exponent), List.of(this), derivative);
  }

  Value relu() {
    return new Value(Math.max(data, 0), List.of(this), data > 0 ? 1 : 0);
  }

  void backward() {
    SequencedSet<Value> sorted = new LinkedHashSet<>();
    sort(sorted);
    gradient = 1;
    sorted.reversed().forEach(Value::passBack);
  }

  /// Adds this value behind all that it depends on.
  private void sort(SequencedSet<Value> sorted) {
    if (!sorted.contains(this)) {
      inputs.forEach(input -> input.sort(sorted));
      sorted.add(this);
    }
  }

  private void passBack() {
    for (int i = 0; i < derivatives.length; i++) {
      inputs.get(i).gradient += derivatives[i] * gradient;
    }
  }
}
