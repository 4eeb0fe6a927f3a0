package workbook.climbingstairs;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// In how many ways can you climb `n` steps, 1 or 2 at a time? Every method's answer, what it did
/// to get there, and which types of number overflow on the way.
@Command(
    name = "climbing-stairs",
    description = "In how many ways can you climb N steps? Every method, and what it costs.")
public final class ClimbingStairs implements Example {

  /// Beyond, a number has more digits than a [java.math.BigDecimal] can count.
  private static final long LARGEST = 1_000_000_000;

  /// Up to here a wrong answer still fits in a line, and can be compared with the right one by eye.
  private static final int LAST_SHOWN = 150;

  @Parameters(
      paramLabel = "N",
      arity = "0..1",
      description = "The number of steps; ${DEFAULT-VALUE} if not given.")
  private long n = 46;

  @Mixin private StepsOption sizes;

  @Option(
      names = "--mod",
      paramLabel = "M",
      description = "Only the remainder after division by M; N may be any long then.")
  private Long modulus;

  static void main(String[] args) {
    Example.main(new ClimbingStairs(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("N", n, 0, modulus == null ? LARGEST : Long.MAX_VALUE);
    if (modulus == null) {
      print(out, (int) n);
    } else {
      Example.between("--mod", modulus, 1, Long.MAX_VALUE);
      printRemainder(out, BigInteger.valueOf(modulus));
    }
    return 0;
  }

  private void printRemainder(PrintStream out, BigInteger m) {
    Counter counter = new Counter();
    Steps steps = sizes.steps();
    BigInteger ways = LinearRecurrence.ways(steps, n, new Modulo(m, counter));
    out.println(heading(n, steps, ways) + " modulo " + m);
    out.printf(
        "linear recurrence: %d additions, %d multiplications%n",
        counter.additions(), counter.multiplications());
  }

  private void print(PrintStream out, int n) {
    Steps steps = sizes.steps();
    Ends ends = Ends.ofWays(steps, n);
    out.println(heading(n, steps, ends));
    if (ends.isCut()) {
      out.printf("a number of %d digits%n", ends.digits());
    }
    if (steps.equals(Steps.ONE_OR_TWO)) {
      printMethods(out, n, Method.ALL);
      printTypes(out, n);
    } else {
      printMethods(out, n, Method.forSteps(steps));
    }
  }

  /// For instance `46 steps, 1 or 2 at a time: 2971215073 ways`.
  static String heading(long n, Steps steps, Object ways) {
    return "%d %s, %s at a time: %s %s"
        .formatted(
            n,
            n == 1 ? "step" : "steps",
            steps,
            ways,
            ways.toString().equals("1") ? "way" : "ways");
  }

  private static void printMethods(PrintStream out, int n, List<Method> methods) {
    out.printf("%nmethod              calls  additions  multiplications  answer%n");
    for (Method method : methods) {
      if (n > method.limit()) {
        out.printf("%-19s not run: %s%n", method.name(), method.obstacle().apply(n));
      } else {
        Counter counter = new Counter();
        BigInteger ways = method.body().ways(n, counter);
        out.printf(
            "%-17s %7d %10d %16d  %s%n",
            method.name(),
            counter.calls(),
            counter.additions(),
            counter.multiplications(),
            Ends.of(ways));
      }
    }
  }

  private static void printTypes(PrintStream out, int n) {
    if (n > LAST_SHOWN) {
      out.printf("%ntype             right up to n =%n");
      for (NumberType type : NumberType.values()) {
        out.printf("%-15s %16d%n", type.label(), type.lastRight());
      }
      return;
    }
    BigInteger right = TwoVariables.ways(n, new Counter());
    out.printf("%ntype             right up to n =  answer for n = %d%n", n);
    for (NumberType type : NumberType.values()) {
      BigInteger ways = type.ways(n);
      String verdict = ways.equals(right) ? "" : "  wrong";
      out.printf("%-15s %16d  %d%s%n", type.label(), type.lastRight(), ways, verdict);
    }
  }
}
