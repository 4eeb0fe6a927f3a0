package workbook.scalinglaws;

import java.util.List;
import java.util.SplittableRandom;
import workbook.autograd.AdamW;
import workbook.autograd.Gradients;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.autograd.WarmupCosine;
import workbook.kernels.FloatKernels;
import workbook.lab.TrainingRun;

/// A [Network] that learns a [ZipfSource], from fresh symbols at every step.
final class NetworkRun implements TrainingRun.Step {

  static final int BATCH = 64;
  private static final int PART = 512;
  private static final int WARMUP = 50;
  private static final double LAST = .02;

  private final ZipfSource source;
  private final long seed;
  private final Network network;
  private final AdamW optimiser;
  private final WarmupCosine schedule;
  private final Tape tape;
  private final float[] codes = new float[BATCH * ZipfSource.BITS];
  private final int[] targets = new int[BATCH];

  /// The rate falls over this run's own length: a run that is stopped early is no short run.
  NetworkRun(ZipfSource source, Setting setting, FloatKernels kernels) {
    this.source = source;
    this.seed = setting.seed();
    this.network = new Network(setting.width(), setting.seed());
    this.optimiser = new AdamW(network.parameters(), .9, .98, 1e-8, 0);
    this.schedule =
        new WarmupCosine(setting.rate(), LAST * setting.rate(), WARMUP, setting.steps());
    this.tape = new Tape(kernels);
  }

  @Override
  public float take(int done) {
    SplittableRandom random = new SplittableRandom(seed << 32 | done + 1);
    for (int row = 0; row < BATCH; row++) {
      int context = source.context(random);
      source.show(context, codes, row);
      targets[row] = source.symbol(context, random);
    }
    tape.reset();
    Gradients.clear(network.parameters());
    Tensor shown = Tensor.constant(codes, BATCH, ZipfSource.BITS);
    Tensor loss = tape.crossEntropy(network.scores(tape, shown), targets);
    tape.backward(loss);
    optimiser.step(schedule.rate(done));
    return loss.value();
  }

  /// The same training, which notes the exact loss after each eighth of its steps.
  TrainingRun.Step recording(int steps, List<Double> losses) {
    return done -> {
      float loss = take(done);
      if ((done + 1) * Outcome.PARTS / steps > done * Outcome.PARTS / steps) {
        losses.add(exactLoss());
      }
      return loss;
    };
  }

  /// Over all contexts, so there is no noise of a validation set.
  double exactLoss() {
    double sum = 0;
    float[] part = new float[PART * ZipfSource.BITS];
    for (int from = 0; from < ZipfSource.CONTEXTS; from += PART) {
      for (int row = 0; row < PART; row++) {
        source.show(from + row, part, row);
      }
      tape.reset();
      float[] scores =
          tape.withoutGradients(
              () -> network.scores(tape, Tensor.constant(part, PART, ZipfSource.BITS)).data());
      sum += source.loss(from, PART, scores);
    }
    return sum;
  }
}
