package workbook.basedetection;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;

/// The puzzle: which is the smallest base in which p times q is r? 0 stands for none.
///
/// Arguments: `p q r [--limit N]`. The limit is the largest base allowed, 40 unless given.
final class BaseDetection {

  /// The limit of the puzzle as it is told here; the contest that set it says 16.
  static final int LIMIT = 40;

  /// The search is left out where it would cost more than this.
  private static final double PATIENCE = 1e8;

  private BaseDetection() {}

  static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /// Prints the answer and what each method makes of it, and returns the exit status.
  static int run(String[] args, PrintStream out, PrintStream err) {
    Equation equation;
    int limit = LIMIT;
    try {
      List<String> numerals = new ArrayList<>();
      for (int i = 0; i < args.length; i++) {
        if (args[i].equals("--limit")) {
          limit = limit(++i < args.length ? args[i] : "");
        } else if (args[i].startsWith("--")) {
          throw new IllegalArgumentException(args[i] + " is unknown; the one option is --limit N");
        } else {
          numerals.add(args[i]);
        }
      }
      if (numerals.size() != 3) {
        throw new IllegalArgumentException(
            "p q r are wanted, three numbers, and there are %d; for instance: 6 9 42"
                .formatted(numerals.size()));
      }
      equation = Equation.of(numerals.get(0), numerals.get(1), numerals.get(2));
    } catch (IllegalArgumentException e) {
      err.println("base-detection: " + e.getMessage());
      return 2;
    }
    print(equation, limit, out);
    return 0;
  }

  private static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 2) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // The same answer as to a number that is too small.
    }
    throw new IllegalArgumentException(
        "--limit wants the largest base allowed, 2 to %d, and has '%s'"
            .formatted(Integer.MAX_VALUE, text));
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
