package workbook.statespace;

import java.util.List;
import java.util.Map;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;

/// A [Mamba] that learns a [CopyTask].
final class CopyRun implements TrainingRun.Step {

  static final int ROWS = 16;
  private static final int PARTS = 32;
  private static final double RATE = 5e-3;
  private static final int WARMUP = 50;

  /// How much was repeated without an error.
  ///
  /// @param symbols the share of the symbols
  /// @param whole the share of the sequences all of whose symbols are right
  record Score(double symbols, double whole) {}

  private final CopyTask task;
  private final long seed;
  private final Mamba model;
  private final AdamW optimiser;
  private final WarmupCosine schedule;
  private final Tape tape;

  CopyRun(CopyTask task, Arm arm, Mamba.Size size, int steps, long seed, FloatKernels kernels) {
    this.task = task;
    this.seed = seed;
    this.model = new Mamba(arm, size, task.time(), seed);
    this.optimiser = new AdamW(List.copyOf(model.parameters().values()), .9, .999, 1e-8, 0);
    this.schedule = new WarmupCosine(RATE, RATE / 10, Math.min(WARMUP, steps - 1), steps);
    this.tape = new Tape(kernels);
  }

  Mamba model() {
    return model;
  }

  Map<String, Tensor> memory() {
    return optimiser.memory(model.parameters().keySet());
  }

  int steps() {
    return optimiser.steps();
  }

  void continueAfter(int steps) {
    optimiser.continueAfter(steps);
  }

  @Override
  public float take(int done) {
    CopyTask.Batch batch = task.batch(ROWS, seed << 32 | done + 1);
    tape.reset();
    Gradients.clear(model.parameters().values());
    Tensor scores = model.scores(tape, batch.inputs(), ROWS, task.symbols());
    Tensor loss = tape.crossEntropy(scores, batch.targets());
    tape.backward(loss);
    Gradients.clip(model.parameters().values(), 1);
    optimiser.step(schedule.rate(done));
    return loss.value();
  }

  /// Of sequences that no step learns from.
  Score score() {
    int right = 0;
    int whole = 0;
    for (int part = 0; part < PARTS; part++) {
      CopyTask.Batch batch = task.batch(ROWS, seed << 32 | 1L << 31 | part);
      tape.reset();
      float[] scores =
          tape.withoutGradients(
              () -> model.scores(tape, batch.inputs(), ROWS, task.symbols()).data());
      for (int row = 0; row < ROWS; row++) {
        int rightOfRow = right(scores, batch.targets(), row * task.symbols());
        right += rightOfRow;
        whole += rightOfRow == task.symbols() ? 1 : 0;
      }
    }
    int sequences = PARTS * ROWS;
    return new Score((double) right / (sequences * task.symbols()), (double) whole / sequences);
  }

  private int right(float[] scores, int[] targets, int from) {
    int kinds = scores.length / targets.length;
    int right = 0;
    for (int i = from; i < from + task.symbols(); i++) {
      right += best(scores, i * kinds, kinds) == targets[i] ? 1 : 0;
    }
    return right;
  }

  private static int best(float[] scores, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      best = scores[from + i] > scores[from + best] ? i : best;
    }
    return best;
  }
}
