package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// One block of a transformer on 1, 2 and 4 worker processes, each with some of the heads and some
/// of the hidden columns.
@Command(
    name = "parallel-training/tensor-parallel",
    description = "One block cut across 1, 2 and 4 worker processes, and the bytes that it costs.")
public final class TensorParallel implements Example {

  static void main(String[] args) {
    Example.main(new TensorParallel(), args);
  }

  @Override
  public int run(PrintStream out) {
    long vector = (long) Float.BYTES * TensorRun.BATCH * Setup.TIME * Setup.WIDTH;
    out.printf("one block; what flows through it has %,d bytes%n%n", vector);
    out.printf("         parameters  bytes sent by a worker   all-reduces   largest%n");
    out.printf("workers   of each      forward    backward   of one input   difference%n");
    try (Cluster cluster = Cluster.of(4)) {
      TensorRun whole = null;
      for (int workers : new int[] {1, 2, 4}) {
        TensorRun run = run(cluster, workers);
        whole = whole == null ? run : whole;
        out.printf(
            Locale.ROOT,
            "%d %,16d %,12d %,11d %10s %16.0e%n",
            workers,
            run.parameters(),
            run.forward(),
            run.backward(),
            workers == 1
                ? "-"
                : "%d + %d"
                    .formatted(
                        reduces(run.forward(), vector, workers),
                        reduces(run.backward(), vector, workers)),
            run.differenceFrom(whole));
      }
    }
    return 0;
  }

  private static TensorRun run(Cluster cluster, int workers) {
    Reply reply = cluster.ask(workers, "tensor " + workers).getFirst();
    long[] counts = reply.counts();
    return new TensorRun(counts[0], counts[1], counts[2], reply.numbers());
  }

  /// How many all-reduces send so many bytes.
  private static long reduces(long sent, long vector, int workers) {
    return sent * workers / (2 * (workers - 1) * vector);
  }
}
