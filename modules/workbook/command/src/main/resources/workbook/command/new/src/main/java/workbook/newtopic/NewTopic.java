package workbook.newtopic;

import java.io.PrintStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// 1 + 2 + ... + n, three times.
@Command(name = "new-topic", description = "1 + 2 + ... + n, three times.")
final class NewTopic implements Example {

  private static final int LARGEST = 999_999_999;

  @Parameters(paramLabel = "N", arity = "0..1", description = "The last number of the sum.")
  private int n = 46_341;

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

  @Override
  public int run(PrintStream out) {
    Example.between("N", n, 0, LARGEST);
    out.printf("n            %d%n", n);
    out.printf("by adding    %d%n", byAdding(n));
    out.printf("overflowing  %d%n", overflowing(n));
    out.printf("in one step  %d%n", inOneStep(n));
    return 0;
  }

  static void main(String[] args) {
    Example.main(new NewTopic(), args);
  }
}
