package workbook.autograd;

import workbook.exercise.Exercise;
import workbook.exercise.Todo;

/// Reverse mode on single numbers.
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

  /// Add fields as you need them.
  private double data;

  private double gradient;

  private Value(double data) {
    this.data = data;
  }

  static Value of(double data) {
    return new Value(data);
  }

  double data() {
    return data;
  }

  /// The gradient that [#backward] found, 0 before it.
  double gradient() {
    return gradient;
  }

  Value plus(Value other) {
    return Todo.todo("autograd/2");
  }

  Value times(Value other) {
    return Todo.todo("autograd/2");
  }

  /// This value to a power.
  Value power(double exponent) {
    return Todo.todo("autograd/2");
  }

  /// This value, or 0 if it is negative.
  Value relu() {
    return Todo.todo("autograd/2");
  }

  /// Finds the gradient of this value by every value that it was computed from.
  void backward() {
    Todo.todo("autograd/2");
  }
}
