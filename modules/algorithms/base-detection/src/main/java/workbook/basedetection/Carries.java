package workbook.basedetection;

import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// The written multiplication in the base that makes an equation true, column by column.
///
/// In column *i* stands `c` before carrying, the carry `k` comes in from the right, the digit of r
/// is left, and the carry out is `(c + k - r) / B`. So p(x)q(x) - r(x) = (B - x) K(x), where the
/// coefficients of K are the carries. No carry is negative: K(x) is above 0 for every positive x,
/// and B is the only positive root. Where nothing is carried at all, K is 0 and every base will do.
@Command(
    name = "base-detection/carries",
    description = "The written multiplication of P and Q, in the base that makes it R.")
final class Carries implements Example {

  @Parameters(index = "0", paramLabel = "P", description = "The first factor: digits 0 to 9.")
  private String p;

  @Parameters(index = "1", paramLabel = "Q", description = "The second factor.")
  private String q;

  @Parameters(index = "2", paramLabel = "R", description = "What the product is claimed to be.")
  private String r;

  static void main(String[] args) {
    Example.main(new Carries(), args);
  }

  @Override
  public int run(PrintStream out) {
    Equation equation = Equation.of(p, q, r);
    switch (Divisors.bases(equation).bases()) {
      case Bases.None() -> out.printf("%s%ntrue in no base%n", equation);
      case Bases.One(int base) -> print(equation, base, out);
      case Bases.From(int lowest) -> print(equation, lowest, out);
    }
    return 0;
  }

  /// The carries out of each column of a true multiplication, the last digit's first.
  static long[] of(Equation equation, int base) {
    return of(Difference.of(equation), base);
  }

  private static long[] of(Difference difference, int base) {
    long[] carries = new long[difference.length()];
    long carry = 0;
    for (int i = 0; i < carries.length; i++) {
      carry = (carry + difference.coefficient(i)) / base;
      carries[i] = carry;
    }
    return carries;
  }

  private static void print(Equation equation, int base, PrintStream out) {
    out.printf("%s in base %d%n%n", equation, base);
    out.println("column   products   carried in   together   digit of r   carried out");
    Difference difference = Difference.of(equation);
    long[] carries = of(difference, base);
    long in = 0;
    for (int i = 0; i < carries.length; i++) {
      int digit = equation.r().digit(i);
      int column = difference.coefficient(i) + digit;
      out.printf(
          Locale.ROOT,
          "B^%-4d %10d %12d %10d %12d %13d%n",
          i,
          column,
          in,
          column + in,
          digit,
          carries[i]);
      in = carries[i];
    }
    out.printf("%np(B)q(B) - r(B) = %s%n", difference);
  }
}
