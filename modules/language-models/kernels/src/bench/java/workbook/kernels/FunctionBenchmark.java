package workbook.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Microseconds for 16,384 elements, 128 rows of 128, in plain loops and in vectors. The figure to
/// look at is the fastest sample, p0.00: others on the machine can make one slower, never faster.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class FunctionBenchmark {

  private static final int WIDTH = 128;
  private static final int COUNT = WIDTH * WIDTH;

  @Param({"scalar", "vector"})
  public String loops;

  private final float[] x = new float[COUNT];
  private final float[] y = new float[COUNT];
  private final float[] gain = new float[WIDTH];
  private FloatKernels kernels;

  @Setup
  public void setup() {
    kernels = loops.equals("vector") ? new VectorKernels() : new ScalarKernels();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < COUNT; i++) {
      x[i] = (float) random.nextGaussian();
    }
  }

  @Benchmark
  public float[] mathExp() {
    for (int i = 0; i < COUNT; i++) {
      y[i] = (float) Math.exp(x[i]);
    }
    return y;
  }

  @Benchmark
  public float[] exp() {
    kernels.exp(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  public float[] tanh() {
    kernels.tanh(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  public float[] gelu() {
    kernels.gelu(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  public float[] softmax() {
    kernels.softmax(x, y, WIDTH, 0, WIDTH);
    return y;
  }

  @Benchmark
  public float[] layerNorm() {
    kernels.layerNorm(x, gain, gain, 1e-5f, y, 0, WIDTH);
    return y;
  }

  @Benchmark
  public float sum() {
    return kernels.sum(x, 0, COUNT);
  }
}
