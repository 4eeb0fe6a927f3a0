package workbook.kernels;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds an element, in plain loops and in vectors, for 16,384 of them: 128 rows of 128.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
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
  @OperationsPerInvocation(COUNT)
  public float[] mathExp() {
    for (int i = 0; i < COUNT; i++) {
      y[i] = (float) Math.exp(x[i]);
    }
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] exp() {
    kernels.exp(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] tanh() {
    kernels.tanh(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] gelu() {
    kernels.gelu(x, y, 0, COUNT);
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] softmax() {
    kernels.softmax(x, y, WIDTH, 0, WIDTH);
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float[] layerNorm() {
    kernels.layerNorm(x, gain, gain, 1e-5f, y, 0, WIDTH);
    return y;
  }

  @Benchmark
  @OperationsPerInvocation(COUNT)
  public float sum() {
    return kernels.sum(x, 0, COUNT);
  }
}
