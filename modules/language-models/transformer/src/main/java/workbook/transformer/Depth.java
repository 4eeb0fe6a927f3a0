package workbook.transformer;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import picocli.CommandLine.Command;
import workbook.autograd.Init;
import workbook.autograd.Tape;
import workbook.autograd.Tensor;
import workbook.kernels.FloatKernels;
import workbook.lab.Example;

/// How large the gradients of each block are before the first step of training, by the place of the
/// norms.
@Command(
    name = "transformer/depth",
    description = "Measure the gradient of each block, by the place of the norms.")
public final class Depth implements Example {

  static final int LAYERS = 24;
  private static final int WIDTH = 32;
  private static final int TIME = 8;
  private static final int BATCH = 4;
  private static final int VOCABULARY = 50;
  private static final long SEED = 2;
  private static final int[] SHOWN = {1, 6, 12, 18, 24};
  private static final int[] DEPTHS = {6, 12, 24, 48};

  static void main(String[] args) {
    Example.main(new Depth(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.printf(
        "norm of the gradient of a block's last matrix; width %d, untrained, seed %d%n",
        WIDTH, SEED);
    heading(out, "one model: block", SHOWN);
    curves().forEach((order, norms) -> row(out, order, SHOWN, layer -> norms[layer - 1]));
    heading(out, "last block of", DEPTHS);
    for (Block.Order order : Block.Order.values()) {
      row(out, order, DEPTHS, layers -> norms(order, layers)[layers - 1]);
    }
    return 0;
  }

  private static void heading(PrintStream out, String name, int... columns) {
    out.printf("%n%-20s", name);
    for (int column : columns) {
      out.printf("%9d", column);
    }
    out.println();
  }

  private static void row(
      PrintStream out, Block.Order order, int[] columns, IntToDoubleFunction norm) {
    out.printf("%-20s", name(order));
    for (int column : columns) {
      out.printf(Locale.ROOT, "%9.4f", norm.applyAsDouble(column));
    }
    out.println();
  }

  private static String name(Block.Order order) {
    return switch (order) {
      case POST -> "post-norm (2017)";
      case PRE -> "pre-norm (GPT-2)";
      case DEEP -> "DeepNorm";
      case SANDWICH -> "sandwich (CogView)";
    };
  }

  static Map<Block.Order, double[]> curves() {
    Map<Block.Order, double[]> curves = new EnumMap<>(Block.Order.class);
    for (Block.Order order : Block.Order.values()) {
      curves.put(order, norms(order, LAYERS));
    }
    return curves;
  }

  /// One for each block.
  static double[] norms(Block.Order order, int layers) {
    SplittableRandom random = new SplittableRandom(SEED);
    Style style =
        new Style(
            Style.Positions.LEARNED,
            order,
            false,
            1e-5f,
            Activation.RELU,
            false,
            true,
            false,
            false);
    Model model =
        new Model(new Config("depth", style, VOCABULARY, TIME, WIDTH, layers, 4, 4, 4 * WIDTH));
    model.parameters().forEach((name, tensor) -> start(name, tensor, order, layers, random));
    int[] ids = random.ints((long) BATCH * TIME, 0, VOCABULARY).toArray();
    int[] targets = random.ints((long) BATCH * TIME, 0, VOCABULARY).toArray();
    Tape t = new Tape(FloatKernels.best());
    t.backward(t.crossEntropy(model.logits(t, ids, BATCH), targets));
    double[] norms = new double[layers];
    for (int layer = 0; layer < layers; layer++) {
      float[] g = model.parameters().get(layer + ".down.weight").gradient();
      norms[layer] = Math.sqrt(FloatKernels.best().dot(g, 0, g, 0, g.length));
    }
    return norms;
  }

  /// Xavier's values. DeepNorm makes those smaller that add to what was there, by (8 ·
  /// layers)^-1/4.
  private static void start(
      String name, Tensor tensor, Block.Order order, int layers, SplittableRandom random) {
    if (tensor.axes() == 2) {
      Init.xavier(tensor, random);
      if (order == Block.Order.DEEP && name.matches(".*\\.(value|output|up|down)\\..*")) {
        float beta = (float) StrictMath.pow(8 * layers, -0.25);
        for (int i = 0; i < tensor.size(); i++) {
          tensor.data()[i] *= beta;
        }
      }
    }
  }
}
