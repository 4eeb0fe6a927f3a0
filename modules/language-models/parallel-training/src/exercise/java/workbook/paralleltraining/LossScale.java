package workbook.paralleltraining;

import workbook.exercise.Todo;

/// The number by which a loss is multiplied before the backward pass, so that gradients of 16 bits
/// do not become 0. It looks for the largest that does not overflow, as PyTorch's `GradScaler`
/// does.
final class LossScale {

  /// @param first the scale to begin with
  /// @param interval after how many good steps in a row it is doubled
  LossScale(float first, int interval) {
    Todo.todo("parallel-training/3");
  }

  /// The number for the next loss.
  float scale() {
    return Todo.todo("parallel-training/3");
  }

  /// Takes the gradients of a scaled loss. If all of them are finite, they are divided by the scale
  /// that the loss was multiplied by, and the step is good. If one is infinite or not a number, the
  /// step is to be left out, and the scale is halved. After `interval` good steps in a row it is
  /// doubled, and counting begins anew; it begins anew behind a step that is left out, too.
  ///
  /// @param gradients divided in place, if the step is good
  /// @return whether the step is good
  boolean unscale(float[] gradients) {
    return Todo.todo("parallel-training/3");
  }
}
