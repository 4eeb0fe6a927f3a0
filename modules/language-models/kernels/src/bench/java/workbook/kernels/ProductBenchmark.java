package workbook.kernels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One thread, beside PyTorch and OpenBLAS (as NumPy has it), which are asked over a pipe: some
/// microseconds for 20 products. The figure to look at is the fastest sample, p0.00: others on the
/// machine can make a product slower, and never faster.
///
/// A 512 cube, and the products of a training step: 768 rows (12 texts of 64 tokens), 128 wide.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class ProductBenchmark {

  private static final int REPEAT = 20;

  @Param({"java", "torch", "openblas", "openblas-avx512"})
  public String library;

  @Param({"512 512 512", "768 128 128", "768 128 512", "768 512 128", "768 128 65"})
  public String size;

  /// Which side is transposed. The last two are the backward pass of the first.
  @Param({"ab", "a'b", "ab'"})
  public String form;

  /// A Python that has PyTorch and NumPy.
  @Param("python3")
  public String python;

  private Runnable product;
  private Process process;

  @Setup
  public void setup() throws IOException {
    int[] sizes = Stream.of(size.split(" ")).mapToInt(Integer::parseInt).toArray();
    if (library.equals("java")) {
      useJava(sizes[0], sizes[1], sizes[2]);
    } else {
      usePython();
    }
  }

  private void useJava(int m, int k, int n) {
    SplittableRandom random = new SplittableRandom(1);
    Matrix a = form.equals("a'b") ? random(random, k, m).transposed() : random(random, m, k);
    Matrix b = form.equals("ab'") ? random(random, n, k).transposed() : random(random, k, n);
    Matrix c = Matrix.zeros(m, n);
    FloatKernels kernels = FloatKernels.best();
    product =
        () -> {
          for (int i = 0; i < REPEAT; i++) {
            kernels.product(a, b, c);
          }
        };
  }

  private static Matrix random(SplittableRandom random, int rows, int columns) {
    Matrix matrix = Matrix.zeros(rows, columns);
    for (int i = 0; i < matrix.data().length; i++) {
      matrix.data()[i] = random.nextFloat() - 0.5f;
    }
    return matrix;
  }

  private void usePython() throws IOException {
    String script = "src/bench/python/products.py";
    String name = library.equals("torch") ? "torch" : "numpy";
    Stream<String> command = Stream.of(python, script, name, form);
    Stream<String> numbers = Stream.of((size + " " + REPEAT).split(" "));
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(command, numbers).toList());
    Map<String, String> environment = builder.environment();
    environment.put("OPENBLAS_NUM_THREADS", "1");
    environment.remove("OPENBLAS_CORETYPE");
    if (library.equals("openblas-avx512")) {
      environment.put("OPENBLAS_CORETYPE", "SkylakeX");
    }
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Writer question = process.outputWriter();
    BufferedReader answer = process.inputReader();
    product =
        () -> {
          try {
            question.write("again\n");
            question.flush();
            if (!"done".equals(answer.readLine())) {
              throw new IllegalStateException(List.of(python, script) + " gave up");
            }
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        };
  }

  @TearDown
  public void stop() {
    if (process != null) {
      process.destroy();
    }
  }

  @Benchmark
  @OperationsPerInvocation(REPEAT)
  public void product() {
    product.run();
  }
}
