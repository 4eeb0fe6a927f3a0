package workbook.climbingstairs;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.List;

/// In how many ways can you climb `n` steps, 1 or 2 at a time? Every method's answer, what it did
/// to get there, and which types of number give up on the way.
///
/// `./workbook run climbing-stairs [N] [--steps 1,3,5] [--mod M]`
public final class ClimbingStairs {

  /// Beyond, a number has more digits than a [java.math.BigDecimal] can count.
  private static final long LARGEST = 1_000_000_000;

  /// Up to here a wrong answer still fits in a line, and can be compared with the right one by eye.
  private static final int LAST_SHOWN = 150;

  private ClimbingStairs() {}

  static void main(String[] args) {
    int status = run(System.out, System.err, args);
    if (status != 0) {
      System.exit(status);
    }
  }

  /// @return the exit status: 0, or 2 if the arguments are wrong
  static int run(PrintStream out, PrintStream err, String... args) {
    try {
      Arguments arguments = Arguments.parse(46, args);
      if (arguments.modulus().isPresent()) {
        printRemainder(out, arguments, arguments.modulus().get());
      } else {
        print(out, arguments);
      }
      return 0;
    } catch (IllegalArgumentException e) {
      err.println("climbing-stairs: " + e.getMessage());
      return 2;
    }
  }

  private static void printRemainder(PrintStream out, Arguments arguments, BigInteger m) {
    Counter counter = new Counter();
    BigInteger ways =
        LinearRecurrence.ways(arguments.steps(), arguments.n(), new Modulo(m, counter));
    out.println(heading(arguments.n(), arguments.steps(), ways) + " modulo " + m);
    out.printf(
        "linear recurrence: %d additions, %d multiplications%n",
        counter.additions(), counter.multiplications());
  }

  private static void print(PrintStream out, Arguments arguments) {
    if (arguments.n() > LARGEST) {
      throw new IllegalArgumentException(
          "without --mod the number of steps can be %d at most, and was %d"
              .formatted(LARGEST, arguments.n()));
    }
    int n = (int) arguments.n();
    Steps steps = arguments.steps();
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
