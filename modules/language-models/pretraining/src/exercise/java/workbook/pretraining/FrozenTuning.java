package workbook.pretraining;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.exercise.Todo;

/// Fine-tuning in which a part of the model is frozen.
final class FrozenTuning {

  private FrozenTuning() {}

  /// Takes steps with one `AdamW(learned, decay)`, against the gradient of the loss alone: what is
  /// left of earlier steps, or of others, does not count. What is frozen keeps every bit, at every
  /// step.
  ///
  /// @param parameters by name; at least one is not frozen
  /// @param frozen whether a name is
  /// @param loss from a tape that is empty; it is called once a step
  /// @param decay of every weight that is learned
  static void tune(
      Map<String, Tensor> parameters,
      Predicate<String> frozen,
      Function<Tape, Tensor> loss,
      int steps,
      double rate,
      double decay) {
    Todo.todo("pretraining/4");
  }
}
