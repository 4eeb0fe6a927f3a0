package workbook.transformer;

import java.io.PrintStream;
import java.util.Locale;
import java.util.SplittableRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// The same attention with and without the matrix of weights: memory, and how far the results are
/// apart.
@Command(
    name = "transformer/tiles",
    description = "Compare attention with and without the matrix of its weights.")
public final class Tiles implements Example {

  private static final int HEADS = 4;
  private static final int WIDTH = 16;

  @Parameters(
      paramLabel = "TILE",
      arity = "0..1",
      description = "How many places a tile has on each side, from 1 to 512. Without it, 32.")
  private int tile = 32;

  static void main(String[] args) {
    Example.main(new Tiles(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("TILE", tile, 1, 512);
    out.printf("%d heads of width %d, tiles of %d x %d%n%n", HEADS, WIDTH, tile, tile);
    out.println("        floats for output and gradients    times   largest difference");
    out.println("places  with the matrix  in tiles          fewer   output  gradients");
    for (int time = 64; time <= 512; time *= 2) {
      Run naive = run(time, 0);
      Run tiled = run(time, tile);
      out.printf(
          Locale.ROOT,
          "%6d %,16d %,9d %14.1f %8.0e %9.0e%n",
          time,
          naive.floats(),
          tiled.floats(),
          (double) naive.floats() / tiled.floats(),
          difference(naive.output(), tiled.output()),
          difference(naive.gradient(), tiled.gradient()));
    }
    return 0;
  }

  /// @param floats what the tape holds after the way back
  record Run(long floats, float[] output, float[] gradient) {}

  /// @param tile 0 for the form with the matrix
  static Run run(int time, int tile) {
    SplittableRandom random = new SplittableRandom(1);
    Tensor q = Init.normal(Tensor.parameter(1, HEADS, time, WIDTH), 1, random);
    Tensor k = Init.normal(Tensor.parameter(1, HEADS, time, WIDTH), 1, random);
    Tensor v = Init.normal(Tensor.parameter(1, HEADS, time, WIDTH), 1, random);
    Tape t = new Tape(FloatKernels.best());
    Tensor y =
        tile == 0
            ? Attention.attend(t, q, k, v, Mask.causal(), Bias.NONE)
            : TiledAttention.attend(t, q, k, v, Mask.causal(), tile);
    t.backward(t.sum(t.mul(y, v)));
    return new Run(t.allocatedFloats() - 2L * (y.size() + 1), y.data(), k.gradient());
  }

  private static double difference(float[] a, float[] b) {
    double largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs((double) a[i] - b[i]));
    }
    return largest;
  }
}
