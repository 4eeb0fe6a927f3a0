package workbook.autograd;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.SplittableRandom;
import workbook.kernels.FloatKernels;

/// The training of [Autograd]: every step from the scores to new weights, and the plane as the
/// network sees it at the end.
final class SpiralTraining {

  private static final long SEED = 20_261_125;
  private static final int POINTS_PER_ARM = 100;

  private final PrintStream out;
  private final int width;
  private final Tape tape = new Tape(FloatKernels.best());
  private final Spiral spiral;
  private final Network network;
  private final Tensor points;

  SpiralTraining(PrintStream out, int width) {
    SplittableRandom random = new SplittableRandom(SEED);
    this.out = out;
    this.width = width;
    spiral = Spiral.of(POINTS_PER_ARM, random);
    points = Tensor.constant(spiral.points(), spiral.arms().length, 2);
    network = new Network(2, width, Spiral.ARMS, random);
  }

  void train(int steps) {
    Collection<Tensor> parameters = network.parameters().values();
    out.printf(
        "%d points on %d arms; %s; %d parameters; seed %d%n%n",
        spiral.arms().length,
        Spiral.ARMS,
        width == 0 ? "no hidden layer" : width + " ReLUs",
        parameters.stream().mapToInt(Tensor::size).sum(),
        SEED);
    out.println("  step    rate    loss  gradient  right");
    AdamW weights = new AdamW(network.weights(), 0.01);
    AdamW biases = new AdamW(network.biases(), 0);
    WarmupCosine schedule = new WarmupCosine(0.05, 0.001, Math.min(20, steps - 1), steps);
    for (int step = 0; step < steps; step++) {
      tape.reset();
      Gradients.clear(parameters);
      Tensor scores = network.scores(tape, points);
      Tensor loss = tape.crossEntropy(scores, spiral.arms());
      tape.backward(loss);
      double norm = Gradients.clip(parameters, 1);
      double rate = schedule.rate(step);
      if (step % Math.ceilDiv(steps, 8) == 0 || step == steps - 1) {
        line(step, rate, loss.value(), norm, right(scores));
      }
      weights.step(rate);
      biases.step(rate);
    }
    out.println();
    out.print(paint());
  }

  private void line(int step, double rate, float loss, double norm, int right) {
    out.printf(
        Locale.ROOT,
        "%6d  %.4f  %.4f    %.4f  %3d %%%n",
        step,
        rate,
        loss,
        norm,
        100 * right / spiral.arms().length);
  }

  private int right(Tensor scores) {
    int[] said = largest(scores);
    int right = 0;
    for (int i = 0; i < said.length; i++) {
      right += said[i] == spiral.arms()[i] ? 1 : 0;
    }
    return right;
  }

  /// The index of the largest score of each row.
  private static int[] largest(Tensor scores) {
    int n = scores.columns();
    int[] largest = new int[scores.size() / n];
    for (int i = 0; i < scores.size(); i++) {
      if (scores.data()[i] > scores.data()[i / n * n + largest[i / n]]) {
        largest[i / n] = i % n;
      }
    }
    return largest;
  }

  private String paint() {
    tape.reset();
    Tensor cells = Plane.cells();
    return Plane.paint(largest(tape.withoutGradients(() -> network.scores(tape, cells))), spiral);
  }
}
