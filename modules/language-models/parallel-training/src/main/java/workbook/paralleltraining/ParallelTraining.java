package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// One training on 1, 2 and 4 worker processes, and what each has sent and kept.
@Command(
    name = "parallel-training",
    description = "One training on 1, 2 and 4 worker processes: the loss, bytes sent, bytes kept.")
public final class ParallelTraining implements Example {

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "How many, from 1 to 100; ${DEFAULT-VALUE} if not given.")
  private int steps = 20;

  static void main(String[] args) {
    Example.main(new ParallelTraining(), args);
  }

  /// What one training came to.
  ///
  /// @param sent bytes that one worker sent in all steps
  /// @param kept the most bytes of weights, gradients and optimiser state on a worker
  record Outcome(double loss, long sent, long kept) {}

  @Override
  public int run(PrintStream out) {
    Example.between("--steps", steps, 1, 100);
    try (Cluster cluster = Cluster.of(4)) {
      print(out, cluster);
    }
    return 0;
  }

  private void print(PrintStream out, Cluster cluster) {
    out.printf("%,d parameters; each worker is a process%n%n", Setup.CONFIG.parameters());
    out.printf("                     loss    bytes sent by    bytes kept by%n");
    out.printf("workers      in step %4d  a worker a step         a worker%n", steps);
    for (int workers : new int[] {1, 2, 4}) {
      line(out, "data parallel", workers, train(cluster, Strategy.RING, workers));
    }
    for (Strategy zero : List.of(Strategy.ZERO1, Strategy.ZERO2, Strategy.ZERO3)) {
      line(out, "ZeRO-" + zero.name().charAt(4), 4, train(cluster, zero, 4));
    }
    out.printf("%n1F1B: 4 stages, 4 micro-batches, forward and backward%n");
    out.print(Timeline.of(Schedule.ONE_F_ONE_B, 4, 4).text());
  }

  private void line(PrintStream out, String name, int workers, Outcome outcome) {
    out.printf(
        Locale.ROOT,
        "%d  %-13s %9.6f %,16d %,16d%n",
        workers,
        name,
        outcome.loss(),
        outcome.sent() / steps,
        outcome.kept());
  }

  private Outcome train(Cluster cluster, Strategy strategy, int workers) {
    cluster.ask(workers, "replica " + strategy + " " + workers);
    double loss = 0;
    for (int step = 0; step < steps; step++) {
      loss = mean(cluster.ask(workers, "step " + step));
    }
    Reply report = cluster.ask(workers, "report").getFirst();
    return new Outcome(loss, report.counts()[0], report.counts()[1]);
  }

  /// Of the losses of all micro-batches, which are of one size.
  static double mean(List<Reply> replies) {
    double sum = 0;
    int count = 0;
    for (Reply reply : replies) {
      for (float loss : reply.numbers()) {
        sum += loss;
        count++;
      }
    }
    return sum / count;
  }
}
