package workbook.scalinglaws;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import workbook.autograd.AdamW;
import workbook.autograd.Checkpoint;
import workbook.autograd.Gradients;
import workbook.autograd.Safetensors;
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
  private static final String LOSSES = "losses";

  private final ZipfSource source;
  private final Setting setting;
  private final Network network;
  private final AdamW optimiser;
  private final WarmupCosine schedule;
  private final Tape tape;
  private final float[] codes = new float[BATCH * ZipfSource.BITS];
  private final int[] targets = new int[BATCH];

  /// The exact loss after each eighth of the steps.
  private final List<Double> losses = new ArrayList<>();

  /// The rate falls over this run's own length: a run that is stopped early is no short run.
  NetworkRun(ZipfSource source, Setting setting, FloatKernels kernels) {
    this.source = source;
    this.setting = setting;
    this.network = new Network(setting.width(), setting.seed());
    this.optimiser = new AdamW(network.parameters(), .9, .98, 1e-8, 0);
    this.schedule =
        new WarmupCosine(setting.rate(), LAST * setting.rate(), WARMUP, setting.steps());
    this.tape = new Tape(kernels);
  }

  @Override
  public float take(int done) {
    float loss = learn(done);
    if ((done + 1) * Outcome.PARTS / setting.steps() > done * Outcome.PARTS / setting.steps()) {
      losses.add(exactLoss());
    }
    return loss;
  }

  private float learn(int done) {
    SplittableRandom random = new SplittableRandom(setting.seed() << 32 | done + 1);
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

  /// To be asked when all steps are done.
  Outcome outcome() {
    return new Outcome(setting, List.copyOf(losses));
  }

  /// Keeps what it takes to go on.
  void save(Path file) throws IOException {
    checkpoint().save(file, optimiser.steps());
  }

  /// Goes on, bit for bit, from what was kept.
  ///
  /// @return how many steps were done
  /// @throws IOException if the file is none of this training
  int load(Path file) throws IOException {
    int done = checkpoint().load(file);
    optimiser.continueAfter(done);
    losses.clear();
    Safetensors.metadata(file)
        .get(LOSSES)
        .lines()
        .mapToDouble(Double::parseDouble)
        .forEach(losses::add);
    return done;
  }

  private Checkpoint checkpoint() {
    Map<String, Tensor> weights = new LinkedHashMap<>();
    for (Tensor parameter : network.parameters()) {
      weights.put("network/" + weights.size(), parameter);
    }
    return new Checkpoint(
        setting.toString(),
        weights,
        optimiser.memory(weights.keySet()),
        Map.of(LOSSES, losses.stream().map(String::valueOf).collect(Collectors.joining("\n"))));
  }
}
