package workbook.abilities;

import java.util.Arrays;
import java.util.function.IntPredicate;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;
import workbook.transformer.Config;
import workbook.transformer.Model;
import workbook.transformer.Settings;
import workbook.transformer.Style;
import workbook.transformer.Trainer;

/// A small GPT that learns from rows of tokens, some of which count and some of which do not.
final class Learned implements TrainingRun.Step {

  private static final int WARMUP = 50;

  /// Where rows come from: the same ones for the same step.
  @FunctionalInterface
  interface Source {
    Row[] rows(int step);
  }

  /// A text to learn from.
  ///
  /// @param counts for each token whether it is to be learned; the first has nothing before it
  record Row(int[] tokens, boolean[] counts) {}

  private final Source source;
  private final Settings settings;
  private final Model model;
  private final Tape tape;
  private final Trainer trainer;

  /// @param rows how many a step reads
  Learned(
      Source source,
      int vocabulary,
      int places,
      int rows,
      double rate,
      int steps,
      long seed,
      FloatKernels kernels) {
    this.source = source;
    Config config = new Config("small", Style.GPT2, vocabulary, places, 64, 2, 4, 4, 256);
    this.settings =
        new Settings(
            config, rows, rate, rate / 10, Math.min(WARMUP, steps - 1), .99, 0, steps, seed);
    this.model = settings.model();
    this.tape = new Tape(kernels);
    this.trainer = new Trainer(model.parameters(), settings.beta2(), settings.decay(), tape);
  }

  long parameters() {
    return model.config().parameters();
  }

  @Override
  public float take(int done) {
    Row[] rows = source.rows(done);
    int time = Arrays.stream(rows).mapToInt(row -> row.tokens().length).max().orElseThrow() - 1;
    int[] inputs = new int[rows.length * time];
    int[] places = new int[inputs.length];
    int[] targets = new int[inputs.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      int[] tokens = rows[i].tokens();
      for (int t = 0; t + 1 < tokens.length; t++) {
        inputs[i * time + t] = tokens[t];
        if (rows[i].counts()[t + 1]) {
          places[count] = i * time + t;
          targets[count++] = tokens[t + 1];
        }
      }
    }
    int[] counted = Arrays.copyOf(places, count);
    int[] right = Arrays.copyOf(targets, count);
    return trainer.step(
        t -> t.crossEntropy(scores(t, inputs, rows.length, counted), right),
        settings.schedule().rate(done));
  }

  private Tensor scores(Tape t, int[] inputs, int rows, int... places) {
    Tensor logits = model.logits(t, inputs, rows);
    return t.embedding(t.reshape(logits, inputs.length, model.config().vocabulary()), places);
  }

  /// The token that it thinks most likely behind some others.
  ///
  /// @param allowed which tokens are asked about
  int next(int[] tokens, IntPredicate allowed) {
    tape.reset();
    return tape.withoutGradients(() -> {
      float[] scores = scores(tape, tokens, 1, tokens.length - 1).data();
      int best = -1;
      for (int i = 0; i < scores.length; i++) {
        best = allowed.test(i) && (best < 0 || scores[i] > scores[best]) ? i : best;
      }
      return best;
    });
  }
}
