package workbook.basedetection;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// The puzzle: which is the smallest base in which p times q is r? 0 stands for none.
@Command(
    name = "base-detection",
    description = "The smallest base in which P times Q is R, or 0, and what finding it cost.")
final class BaseDetection implements Example {

  /// The limit of the puzzle as it is told here; the contest that set it says 16.
  static final int LIMIT = 40;

  /// The search is left out where it would cost more than this.
  private static final double PATIENCE = 1e8;

  @Parameters(index = "0", paramLabel = "P", description = "The first factor: digits 0 to 9.")
  private String p;

  @Parameters(index = "1", paramLabel = "Q", description = "The second factor.")
  private String q;

  @Parameters(index = "2", paramLabel = "R", description = "What the product is claimed to be.")
  private String r;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The largest base allowed; ${DEFAULT-VALUE} if not given.")
  private int limit = LIMIT;

  static void main(String[] args) {
    Example.main(new BaseDetection(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("--limit", limit, 2, Integer.MAX_VALUE);
    print(Equation.of(p, q, r), limit, out);
    return 0;
  }

  private static void print(Equation equation, int limit, PrintStream out) {
    Answer divisors = Divisors.bases(equation);
    out.println(divisors.bases().smallest(limit));
    out.println();
    out.println(equation);
    out.println(divisors.bases().inWords());
    out.println("p(B)q(B) - r(B) = " + Difference.of(equation));
    out.println();
    out.printf("%-20s %10s %12s %12s%n", "bases 2 to " + limit, "base", "bases tried", "steps");
    out.println(firstTry("Integer.parseInt", () -> FirstTry.ints(equation, limit)));
    out.println(firstTry("Long.parseLong", () -> FirstTry.longs(equation, limit)));
    out.println(search(equation, limit));
    out.println(row("divisors", divisors, limit));
  }

  private static String firstTry(String name, IntSupplier method) {
    try {
      return "%-20s %10d".formatted(name, method.getAsInt());
    } catch (NumberFormatException e) {
      String reason = e.getMessage();
      return "%-20s %10s  %s"
          .formatted(name, "fails", reason.length() > 46 ? reason.substring(0, 46) : reason);
    }
  }

  private static String search(Equation equation, int limit) {
    double bases = Math.max(0, limit - equation.lowestBase() + 1);
    // A value has as many machine words as digits, within a factor, and each digit touches them
    // all.
    if (bases * equation.length() * equation.length() > PATIENCE) {
      return "%-20s %10s  up to %.0f bases of %d digits each"
          .formatted("search", "left out", bases, equation.length());
    }
    return row("search", Search.smallest(equation, limit), limit);
  }

  private static String row(String name, Answer answer, int limit) {
    return String.format(
        Locale.ROOT,
        "%-20s %10d %12d %12d",
        name,
        answer.bases().smallest(limit),
        answer.tried(),
        answer.steps());
  }
}
