package workbook.autograd;

import workbook.exercise.Todo;

/// AMSGrad: never forget a large gradient (Reddi, Kale and Kumar, 2018).
final class AmsGrad {

  /// Add fields as you need them.
  ///
  /// @param size how many weights there are
  /// @param beta1 how much of the mean gradient stays at each step
  /// @param beta2 the same for the mean of its squares
  /// @param epsilon added to the root by which a step is divided
  /// @param decay how much of each weight goes at each step, times the rate; not by way of the
  ///   gradient
  AmsGrad(int size, double beta1, double beta2, double epsilon, double decay) {
    Todo.todo("autograd/5");
  }

  /// Moves the weights as AdamW does, except that a step is divided by the root of the largest mean
  /// square that there ever was, instead of that of now. The largest is chosen first; then it and
  /// the mean gradient are corrected for having started from 0, as in AdamW.
  ///
  /// @param x the weights
  /// @param g their gradients, which stay as they are
  void step(float[] x, float[] g, double rate) {
    Todo.todo("autograd/5");
  }
}
