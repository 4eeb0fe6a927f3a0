package workbook.pretraining;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;

/// One reader, once from scratch and once pretrained, on both tasks. Both get the same examples and
/// the same number of steps of fine-tuning; only one has read the text.
///
/// @param untrained makes a new one
/// @param steps of pretraining
/// @param stop asked before each step; what was stopped means nothing
record Run(
    Supplier<Reader> untrained, Sentences sentences, int steps, long seed, BooleanSupplier stop) {

  static final int ROWS = 32;

  private static final double RATE = 3e-3;

  /// Shares of the test that it gets right, from 0 to 1.
  record Result(double scratch, double pretrained) {}

  /// Both tasks.
  record Results(Result understanding, Result writing) {}

  Results results() {
    Tape t = new Tape(FloatKernels.best());
    Reader read = pretrained(t);
    List<float[]> learned =
        read.parameters().values().stream().map(tensor -> tensor.data().clone()).toList();
    FineTuning tuning = new FineTuning(sentences, FineTuning.RATE, seed, t, stop);
    FineTuning fromScratch = new FineTuning(sentences, FineTuning.SCRATCH_RATE, seed, t, stop);
    double understands = tuning.understanding(read, _ -> false);
    back(read, learned);
    double writes = tuning.writing(read);
    return new Results(
        new Result(fromScratch.understanding(untrained.get(), _ -> false), understands),
        new Result(fromScratch.writing(untrained.get()), writes));
  }

  /// A reader that has read the text.
  Reader pretrained(Tape t) {
    Reader reader = untrained.get();
    pretraining(reader, sentences.text(), steps, seed, t).all(steps, stop);
    return reader;
  }

  static Learning<int[]> pretraining(
      Reader reader, List<int[]> text, int steps, long seed, Tape t) {
    return new Learning<>(
        reader.parameters(),
        text,
        ROWS,
        RATE,
        steps,
        seed,
        t,
        (tape, some, random) -> reader.loss(tape, Rows.of(some), random));
  }

  private static void back(Reader reader, List<float[]> learned) {
    int i = 0;
    for (Tensor tensor : reader.parameters().values()) {
      float[] from = learned.get(i++);
      System.arraycopy(from, 0, tensor.data(), 0, from.length);
    }
  }
}
