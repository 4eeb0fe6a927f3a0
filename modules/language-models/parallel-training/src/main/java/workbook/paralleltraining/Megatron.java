package workbook.paralleltraining;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// What Megatron-LM's paper (Narayanan and others, 2021, table 1) says of GPTs from 1.7 billion to
/// a trillion parameters, computed from their sizes.
@Command(
    name = "parallel-training/megatron",
    description = "GPTs of up to a trillion parameters: cuts, operations, days of training.")
public final class Megatron implements Example {

  private static final int VOCABULARY = 51_200;
  private static final int SEQUENCE = 2_048;

  static void main(String[] args) {
    Example.main(new Megatron(), args);
  }

  /// A line of the table.
  ///
  /// @param batch sequences in a step
  /// @param tflops what one processor (A100) was measured to do, in 10¹² operations per second
  record Gpt(
      int hidden, int layers, int tensor, int pipeline, int processors, int batch, int tflops) {

    /// P = 12 l h² (1 + 13/(12h) + (V + s)/(12 l h)), equation 2.
    double parameters() {
      double h = hidden;
      return 12
          * layers
          * h
          * h
          * (1 + 13 / (12 * h) + (VOCABULARY + SEQUENCE) / (12 * layers * h));
    }

    /// F = 96 B s l h² (1 + s/(6h) + V/(16 l h)), equation 3; with all activations computed again.
    double operations() {
      double h = hidden;
      return 96.0
          * batch
          * SEQUENCE
          * layers
          * h
          * h
          * (1 + SEQUENCE / (6 * h) + VOCABULARY / (16 * layers * h));
    }

    /// Operations per second of all processors together.
    double rate() {
      return tflops * 1e12 * processors;
    }

    /// How many replicas, each on `tensor` · `pipeline` processors.
    int data() {
      return processors / (tensor * pipeline);
    }

    /// 8 T P / (n X) for T tokens, equation 4.
    double days(double tokens) {
      return 8 * tokens * parameters() / rate() / 86_400;
    }
  }

  static final List<Gpt> TABLE =
      List.of(
          new Gpt(2304, 24, 1, 1, 32, 512, 137),
          new Gpt(3072, 30, 2, 1, 64, 512, 138),
          new Gpt(4096, 36, 4, 1, 128, 512, 142),
          new Gpt(6144, 40, 8, 1, 256, 1024, 135),
          new Gpt(8192, 48, 8, 2, 512, 1536, 138),
          new Gpt(10240, 60, 8, 4, 1024, 1792, 140),
          new Gpt(12288, 80, 8, 8, 1536, 2304, 148),
          new Gpt(16384, 96, 8, 16, 1920, 2160, 155),
          new Gpt(20480, 105, 8, 35, 2520, 2520, 163),
          new Gpt(25600, 128, 8, 64, 3072, 3072, 163));

  @Override
  public int run(PrintStream out) {
    out.println("parameters   processors = tensor x pipeline x data   seconds    10^15 operations");
    out.println("  billions                                           per step         per second");
    for (Gpt gpt : TABLE) {
      out.printf(
          Locale.ROOT,
          "%10.1f %12d   %6d   %8d   %4d %13.1f %18.1f%n",
          gpt.parameters() / 1e9,
          gpt.processors(),
          gpt.tensor(),
          gpt.pipeline(),
          gpt.data(),
          gpt.operations() / gpt.rate(),
          gpt.rate() / 1e15);
    }
    Gpt largest = TABLE.getLast();
    out.printf(
        Locale.ROOT, "%nthe last one on 450 billion tokens: %.0f days%n", largest.days(450e9));
    return 0;
  }
}
