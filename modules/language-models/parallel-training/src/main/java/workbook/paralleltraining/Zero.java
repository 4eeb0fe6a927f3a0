package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// How many bytes a worker keeps for each parameter, counted on arrays that are really made, and
/// what that comes to for a model of billions.
@Command(
    name = "parallel-training/zero",
    description = "Bytes that a worker keeps, by ZeRO's stages, for a model of billions.")
public final class Zero implements Example {

  /// Divided evenly by all numbers of workers that are shown.
  private static final int COUNTED = 1 << 16;

  private static final List<Strategy> SHOWN =
      List.of(Strategy.RING, Strategy.ZERO1, Strategy.ZERO2, Strategy.ZERO3);

  @Option(
      names = "--millions",
      paramLabel = "N",
      description = "Parameters of the model, in millions; ${DEFAULT-VALUE} if not given.")
  private int millions = 7_500;

  static void main(String[] args) {
    Example.main(new Zero(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--millions", millions, 1, 10_000_000);
    out.printf(Locale.ROOT, "GB on each worker, for %,d million parameters%n%n", millions);
    out.println("workers  data parallel     ZeRO-1     ZeRO-2     ZeRO-3");
    for (int workers : new int[] {1, 4, 16, 64, 256, 1024}) {
      out.printf("%7d   ", workers);
      for (Strategy strategy : SHOWN) {
        out.printf(Locale.ROOT, " %10.2f", bytesOfEach(strategy, workers) * millions / 1000);
      }
      out.println();
    }
    return 0;
  }

  /// Bytes for each parameter.
  static double bytesOfEach(Strategy strategy, int workers) {
    Memory memory = new Memory();
    MixedState.of(strategy, COUNTED, workers, memory);
    return (double) memory.peak() / COUNTED;
  }
}
