package workbook.pretraining;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.ScalarKernels;

/// Fine-tuning in which a part of the model is frozen.
final class FrozenTuning {

  private FrozenTuning() {}

  static void tune(
      Map<String, Tensor> parameters,
      Predicate<String> frozen,
      Function<Tape, Tensor> loss,
      int steps,
      double rate,
      double decay) {
    List<Tensor> learned = new ArrayList<>();
    parameters.forEach((name, tensor) -> {
      if (!frozen.test(name)) {
        learned.add(tensor);
      }
    });
    AdamW optimiser = new AdamW(learned, decay);
    Tape t = new Tape(new ScalarKernels());
    for (int step = 0; step < steps; step++) {
      t.reset();
      Gradients.clear(learned);
      t.backward(loss.apply(t));
      optimiser.step(rate);
    }
  }
}
