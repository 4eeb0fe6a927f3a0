package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Two ways that look like data parallelism and are not the same training: to average weights after
/// everybody has taken a step of Adam by itself, and to add gradients to shared numbers without any
/// order.
@Command(
    name = "parallel-training/averaged",
    description = "Averaged weights and unordered sums: what looks like data parallelism.")
public final class Averaged implements Example {

  private static final int WORKERS = 4;
  private static final int STEPS = 20;

  static void main(String[] args) {
    Example.main(new Averaged(), args);
  }

  @Override
  public int run(PrintStream out) {
    float[] one = losses(Averaged::synchronous, 1);
    out.printf("loss in step         1          2          5         20%n");
    line(out, "one process", one);
    line(out, "gradients summed", losses(Averaged::synchronous, WORKERS));
    line(out, "weights averaged", losses(Averaged::averaging, WORKERS));
    line(out, "a part is lost", losses(Averaged::losing, WORKERS));
    return 0;
  }

  private static void line(PrintStream out, String name, float... losses) {
    out.printf(
        Locale.ROOT,
        "%-16s %9.6f  %9.6f  %9.6f  %9.6f%n",
        name,
        losses[0],
        losses[1],
        losses[4],
        losses[19]);
  }

  /// What a worker does in a step: its losses before it.
  interface Step {
    float[] of(Communicator c, Replica replica, int step);
  }

  /// The mean loss before each step.
  static float[] losses(Step way, int workers) {
    List<float[][]> all =
        Threads.run(
            workers,
            c -> {
              Replica replica = new Replica(Strategy.RING, c);
              float[][] losses = new float[STEPS][];
              for (int step = 0; step < STEPS; step++) {
                losses[step] = way.of(c, replica, step);
              }
              return losses;
            });
    float[] means = new float[STEPS];
    for (int step = 0; step < STEPS; step++) {
      double sum = 0;
      for (float[][] worker : all) {
        for (float loss : worker[step]) {
          sum += loss;
        }
      }
      means[step] = (float) (sum / Setup.MICRO_BATCHES);
    }
    return means;
  }

  static float[] synchronous(Communicator c, Replica replica, int step) {
    return replica.step(step);
  }

  /// Adam divides by the size of the own gradient: the mean of the moves is not the move of the
  /// mean.
  static float[] averaging(Communicator c, Replica replica, int step) {
    float[] losses =
        replica.stepWith(
            step,
            (state, gradient) -> {
              for (int i = 0; i < gradient.length; i++) {
                state.gradients[i] = gradient[i] * c.size();
              }
            });
    for (State state : replica.states()) {
      Ring.allReduce(c, state.weights);
      for (int i = 0; i < state.weights.length; i++) {
        state.weights[i] /= c.size();
      }
    }
    return losses;
  }

  /// Worker 1 and worker 2 read the sum before either has written: the part of the first is gone.
  static float[] losing(Communicator c, Replica replica, int step) {
    return replica.stepWith(
        step,
        (state, gradient) -> {
          if (c.rank() == 1) {
            Arrays.fill(gradient, 0);
          }
          state.reduce(c, gradient);
        });
  }
}
