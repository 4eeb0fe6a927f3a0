package workbook.climbingstairs;

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
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Each method against `n`.
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MethodsBenchmark {

  /// As far as the naive recursion comes.
  @State(Scope.Benchmark)
  public static class Low {
    @Param({"10", "20", "30"})
    public int n;
  }

  /// As far as a loop over all steps comes.
  @State(Scope.Benchmark)
  public static class High {
    @Param({"10", "100", "1000", "10000"})
    public int n;
  }

  @Benchmark
  public BigInteger naiveRecursion(Low low) {
    return NaiveRecursion.ways(low.n, new Counter());
  }

  @Benchmark
  public BigInteger table(High high) {
    return Table.ways(high.n, new Counter());
  }

  @Benchmark
  public BigInteger twoVariables(High high) {
    return TwoVariables.ways(high.n, new Counter());
  }

  @Benchmark
  public BigInteger matrixPower(High high) {
    return MatrixPower.ways(high.n, new Counter());
  }

  @Benchmark
  public BigInteger fastDoubling(High high) {
    return FastDoubling.ways(high.n, new Counter());
  }

  @Benchmark
  public BigInteger twoSquares(High high) {
    return TwoSquares.ways(high.n, new Counter());
  }

  @Benchmark
  public BigInteger linearRecurrence(High high) {
    return LinearRecurrence.ways(Steps.ONE_OR_TWO, high.n, new Exact(new Counter()));
  }
}
