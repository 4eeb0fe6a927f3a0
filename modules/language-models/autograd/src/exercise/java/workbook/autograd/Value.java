package workbook.autograd;

import workbook.exercise.Todo;

/// Reverse mode on single numbers.
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

  /// This value, or 0 if it is negative. At 0, where there is no slope, it counts as 0.
  Value relu() {
    return Todo.todo("autograd/2");
  }

  /// Finds the gradient of this value by every value that it was computed from, those in between
  /// among them; by itself it is 1. What it was not computed from is left alone.
  void backward() {
    Todo.todo("autograd/2");
  }
}
