package workbook.climbingstairs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.math.BigInteger;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Large `n` beside GMP, which is asked over a pipe: one line there and one back, some microseconds
/// against milliseconds.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class GmpBenchmark {

  @Param({"100000", "1000000", "10000000"})
  public int n;

  private Process python;
  private Writer question;
  private BufferedReader answer;

  @Setup
  public void startGmp() throws IOException {
    String program =
        """
        import sys
        for line in sys.stdin:
            x = gmpy2.fib(int(line) + 1)
            print(x.bit_length(), flush=True)
        """;
    python = new ProcessBuilder(Gmp.command(program)).start();
    question = python.outputWriter();
    answer = python.inputReader();
  }

  @TearDown
  public void stopGmp() throws IOException {
    question.close();
    python.destroy();
  }

  @Benchmark
  public BigInteger fastDoubling() {
    return FastDoubling.ways(n, new Counter());
  }

  @Benchmark
  public BigInteger fastDoublingParallel() {
    return FastDoubling.ways(n, new Counter(BigInteger::parallelMultiply));
  }

  @Benchmark
  public BigInteger twoSquares() {
    return TwoSquares.ways(n, new Counter());
  }

  @Benchmark
  public BigInteger twoSquaresParallel() {
    return TwoSquares.ways(n, new Counter(BigInteger::parallelMultiply));
  }

  @Benchmark
  public String gmp() throws IOException {
    question.write(n + "\n");
    question.flush();
    return answer.readLine();
  }
}
