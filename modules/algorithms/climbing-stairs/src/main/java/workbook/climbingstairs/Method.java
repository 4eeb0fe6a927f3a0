package workbook.climbingstairs;

import java.math.BigInteger;
import java.util.List;
import java.util.function.IntFunction;

/// A way to count the ways, and how far it can be taken on an ordinary machine.
///
/// @param name what it is called in the table
/// @param limit the last `n` for which it is run
/// @param obstacle why it is not run beyond, given `n`
/// @param body the method itself
record Method(String name, int limit, IntFunction<String> obstacle, Body body) {

  interface Body {
    BigInteger ways(int n, Counter counter);
  }

  /// The methods for steps of 1 or 2, in the order in which they improve on each other.
  static final List<Method> ALL =
      List.of(
          new Method("naive recursion", 30, Method::naiveCalls, NaiveRecursion::ways),
          new Method("memo", 2_000, "would nest %d calls, and a stack ends"::formatted, Memo::ways),
          new Method(
              "table", 20_000, "would keep %d numbers, most of them long"::formatted, Table::ways),
          new Method("two variables", 20_000, Method::slowAdditions, TwoVariables::ways),
          new Method("matrix power", 200_000, Method::longNumbers, MatrixPower::ways),
          new Method("fast doubling", 10_000_000, Method::longNumbers, FastDoubling::ways),
          new Method("two squares", 10_000_000, Method::longNumbers, TwoSquares::ways));

  /// The methods for other steps.
  static List<Method> forSteps(Steps steps) {
    // Both limits are about the same amount of work: k additions a step, k^2 products a doubling.
    int k = steps.largest();
    return List.of(
        new Method(
            "sliding window",
            40_000 / k,
            Method::slowAdditions,
            (n, counter) -> SlidingWindow.ways(steps, n, counter)),
        new Method(
            "linear recurrence",
            4_000_000 / (k * k),
            Method::longNumbers,
            (n, counter) -> linearRecurrence(steps, n, counter)));
  }

  private static BigInteger linearRecurrence(Steps steps, int n, Counter counter) {
    counter.call();
    return LinearRecurrence.ways(steps, n, new Exact(counter));
  }

  private static String naiveCalls(int n) {
    if (n <= Overflow.LAST_LONG) {
      BigInteger ways = TwoVariables.ways(n, new Counter());
      return "would make %d calls".formatted(ways.shiftLeft(1).subtract(BigInteger.ONE));
    }
    long digits = Ends.ofWays(Steps.ONE_OR_TWO, n).digits();
    return "would make more than 10^%d calls".formatted(digits - 1);
  }

  private static String slowAdditions(int n) {
    return "would add long numbers %d times".formatted(n - 1);
  }

  private static String longNumbers(int n) {
    return "its numbers get too long";
  }
}
