package workbook.autograd;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import workbook.exercise.Exercise;

/// The learner sees: `[gradient of x in y + y * y, where y = x * x] expected: 114.0 but was: 6.0`
///
/// A plain depth-first walk from the result: a value passes on what it has as soon as it is
/// reached, though another user has not added to it yet.
@Exercise(
    id = "autograd/2",
    title = "Reverse mode on single numbers",
    hints = {
      "Let every result remember what it was made of, and how to add to the gradients"
          + " of these. A field with a Runnable will do.",
      "A value may pass its gradient on only when all who used it have added theirs. In"
          + " which order must you go through the values, so that users come before what they"
          + " used?",
      "Collect all values that the result depends on by depth-first search, each value"
          + " after its inputs and once only. Set the gradient of the result to 1, and run the"
          + " passBack of each from the end of that list to its beginning."
    })
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
    gradient = 1;
    walk(sorted);
  }

  private void walk(SequencedSet<Value> visited) {
    if (visited.add(this)) {
      passBack();
      inputs.forEach(input -> input.walk(visited));
    }
  }

  private void passBack() {
    for (int i = 0; i < derivatives.length; i++) {
      inputs.get(i).gradient += derivatives[i] * gradient;
    }
  }
}
