package workbook.kernels;

import java.io.PrintStream;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// The same bits from plain loops, from vectors, and from 1, 2 and 4 threads. The bits are summed
/// up in a CRC-32, so that other machines can be compared too.
///
/// `./workbook run kernels/same-bits`
@Command(
    name = "kernels/same-bits",
    description =
        "Checksums of the bits that plain loops, vectors, and two and four threads compute.")
public final class SameBits implements Example {

  private static final long SEED = 20_261_125;

  /// No multiple of any vector or tile; large enough that threads share the work.
  private static final int ROWS = 203;

  private static final int COLUMNS = 107;

  enum Operation {
    PRODUCT("a b"),
    LEFT_TRANSPOSED("a' b"),
    RIGHT_TRANSPOSED("a b'"),
    EXP("exp"),
    TANH("tanh"),
    SIGMOID("sigmoid"),
    GELU("gelu"),
    GELU_GRADIENT("gelu'"),
    SUM("sum"),
    DOT("dot"),
    SOFTMAX("softmax"),
    LAYER_NORM("layer norm"),
    LAYER_NORM_GRADIENT("its gradient");

    private final String label;

    Operation(String label) {
      this.label = label;
    }

    /// The bits of what the operation makes of seeded numbers.
    long crc(FloatKernels kernels) {
      SplittableRandom random = new SplittableRandom(SEED);
      float[] x = numbers(random, ROWS * COLUMNS);
      float[] y = new float[ROWS * COLUMNS];
      float[] square = new float[COLUMNS * COLUMNS];
      float[] gain = numbers(random, COLUMNS);
      float[] bias = numbers(random, COLUMNS);
      Matrix a = Matrix.of(x, ROWS, COLUMNS);
      Matrix b = Matrix.of(numbers(random, COLUMNS * COLUMNS), COLUMNS, COLUMNS);
      Matrix c = Matrix.of(y, ROWS, COLUMNS);
      switch (this) {
        case PRODUCT -> kernels.product(a, b, c);
        case LEFT_TRANSPOSED ->
            kernels.product(a.transposed(), a, Matrix.of(square, COLUMNS, COLUMNS));
        case RIGHT_TRANSPOSED -> kernels.product(a, b.transposed(), c);
        case EXP -> kernels.exp(x, y, 0, x.length);
        case TANH -> kernels.tanh(x, y, 0, x.length);
        case SIGMOID -> kernels.sigmoid(x, y, 0, x.length);
        case GELU -> kernels.gelu(x, y, 0, x.length);
        case GELU_GRADIENT -> kernels.gelu(x, new float[x.length], y, 0, x.length);
        case SUM -> y[0] = kernels.sum(x, 0, x.length);
        case DOT -> y[0] = kernels.dot(x, 0, x, 1, x.length - 1);
        case SOFTMAX -> kernels.softmax(x, y, COLUMNS, 0, ROWS);
        case LAYER_NORM -> kernels.layerNorm(x, gain, bias, 1e-5f, y, 0, ROWS);
        case LAYER_NORM_GRADIENT ->
            kernels.layerNormGradient(x, gain, 1e-5f, x, new float[x.length], y, true, 0, ROWS);
      }
      CRC32 crc = new CRC32();
      update(crc, y);
      update(crc, square);
      return crc.getValue();
    }
  }

  private static void update(CRC32 crc, float[] values) {
    for (float value : values) {
      int bits = Float.floatToIntBits(value);
      for (int shift = 24; shift >= 0; shift -= 8) {
        crc.update(bits >> shift);
      }
    }
  }

  private static float[] numbers(SplittableRandom random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (random.nextFloat() - 0.5f) * 8;
    }
    return numbers;
  }

  static void main(String[] args) {
    Example.main(new SameBits(), args);
  }

  @Override
  public int run(PrintStream out) {
    try (Team two = new Team(2);
        Team four = new Team(4)) {
      FloatKernels best = FloatKernels.best();
      out.println("operation     plain loops  vectors  2 threads  4 threads");
      for (Operation operation : Operation.values()) {
        long expected = operation.crc(new ScalarKernels());
        out.printf(
            "%-13s %08x     %-7s  %-9s  %s%n",
            operation.label,
            expected,
            Best.hasVectors() ? verdict(expected, operation.crc(best)) : "none",
            verdict(expected, operation.crc(new ParallelKernels(best, two))),
            verdict(expected, operation.crc(new ParallelKernels(best, four))));
      }
    }
    return 0;
  }

  private static String verdict(long expected, long crc) {
    return crc == expected ? "same" : "%08x".formatted(crc);
  }
}
