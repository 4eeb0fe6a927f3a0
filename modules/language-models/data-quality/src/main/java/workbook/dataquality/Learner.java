package workbook.dataquality;

import java.util.Arrays;
import workbook.autograd.Tape;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Settings;
import workbook.transformer.Style;
import workbook.transformer.Trainer;

/// A small GPT that reads sequences of words, for as many steps whatever it reads.
final class Learner {

  static final int STEPS = 256;
  static final int ROWS = 32;
  static final int CONTEXT = 32;

  /// How many sequences all steps read together.
  static final int SLOTS = STEPS * ROWS;

  private static final int WIDTH = 32;

  private final Settings settings;
  private final Model model;
  private final Trainer trainer;
  private final WarmupCosine schedule;
  private final Tape tape = new Tape(FloatKernels.best());
  private final int[][] slots;

  /// @param slots the sequences in the order in which they are read, each one longer than the
  ///   context; as many as there are steps, times the rows
  /// @param steps how many there will be
  Learner(int[][] slots, int steps, long seed) {
    Config config = new Config("small", Style.NANOGPT, Source.WORDS, CONTEXT, WIDTH, 2, 4, 4, 128);
    this.settings = new Settings(config, ROWS, 6e-3, 6e-4, 20, .99, .01, steps, seed);
    this.model = settings.model();
    this.trainer = new Trainer(model.parameters(), settings.beta2(), settings.decay(), tape);
    this.schedule = settings.schedule();
    this.slots = slots;
  }

  /// @param done how many steps were taken before
  /// @return the loss before it
  float step(int done) {
    int[][] rows = Arrays.copyOfRange(slots, done * ROWS, (done + 1) * ROWS);
    int[] inputs = flat(rows, row -> Arrays.copyOf(row, CONTEXT));
    int[] targets = flat(rows, row -> Arrays.copyOfRange(row, 1, CONTEXT + 1));
    return trainer.step(
        t -> t.crossEntropy(model.logits(t, inputs, ROWS), targets), schedule.rate(done));
  }

  /// The mean loss of sequences that no step read.
  double loss(int[]... sequences) {
    double sum = 0;
    for (int from = 0; from < sequences.length; from += ROWS) {
      int[][] rows = Arrays.copyOfRange(sequences, from, from + ROWS);
      int[] inputs = flat(rows, row -> Arrays.copyOf(row, CONTEXT));
      int[] targets = flat(rows, row -> Arrays.copyOfRange(row, 1, CONTEXT + 1));
      tape.reset();
      sum +=
          tape.withoutGradients(
              () -> tape.crossEntropy(model.logits(tape, inputs, ROWS), targets).value());
    }
    return sum * ROWS / sequences.length;
  }

  private interface Part {
    int[] of(int... row);
  }

  private static int[] flat(int[][] rows, Part part) {
    return Arrays.stream(rows).map(part::of).flatMapToInt(Arrays::stream).toArray();
  }
}
