package workbook.newtopic;

import java.io.PrintStream;

/// 1 + 2 + ... + n, three times.
final class NewTopic {

  private static final int DEFAULT = 46_341;

  private NewTopic() {}

  /// The sum, by adding. It takes n steps.
  static long byAdding(int n) {
    long sum = 0;
    for (int i = 1; i <= n; i++) {
      sum += i;
    }
    return sum;
  }

  /// The sum in one step, as it is often written: the product of two ints is an int.
  static long overflowing(int n) {
    return n * (n + 1) / 2;
  }

  /// The sum in one step.
  ///
  /// @param n 0 or more
  static long inOneStep(int n) {
    return (n + 1L) * n / 2;
  }

  /// Prints the three sums, and gives the exit status.
  static int run(String[] args, PrintStream out, PrintStream err) {
    int n = DEFAULT;
    if (args.length > 0) {
      if (args.length > 1 || !args[0].matches("[0-9]{1,9}")) {
        err.println("new-topic: one number is needed, from 0 to 999999999");
        return 2;
      }
      n = Integer.parseInt(args[0]);
    }
    out.printf("n            %d%n", n);
    out.printf("by adding    %d%n", byAdding(n));
    out.printf("overflowing  %d%n", overflowing(n));
    out.printf("in one step  %d%n", inOneStep(n));
    return 0;
  }

  static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }
}
