package workbook.basedetection;

import java.io.PrintStream;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;

/// Operands of thousands of digits, multiplied in a base that is then found again.
///
/// They are random, from a fixed seed, and multiplied by `BigInteger` in base 7; a second equation
/// differs from the first in one digit.
@Command(
    name = "base-detection/large",
    description = "Operands of thousands of digits, whose base is found again.")
final class Large implements Example {

  private static final int MOST = 100_000;
  private static final int SEED = 42;
  private static final int BASE = 7;

  @Parameters(
      paramLabel = "DIGITS",
      arity = "0..1",
      description = "The digits of P and of Q; ${DEFAULT-VALUE} if not given.")
  private int digits = 10_000;

  static void main(String[] args) {
    Example.main(new Large(), args);
  }

  @Override
  public int run(PrintStream out) {
    Example.between("DIGITS", digits, 1, MOST);
    Random random = new Random(SEED);
    Equation right = product(numeral(random, digits), numeral(random, digits));
    String r = right.r().digits();
    int middle = r.length() / 2;
    char other = r.charAt(middle) == '1' ? '2' : '1';
    Equation wrong =
        Equation.of(
            right.p().digits(),
            right.q().digits(),
            r.substring(0, middle) + other + r.substring(middle + 1));
    out.printf("seed %d, base %d%n%n", SEED, BASE);
    print("right", right, out);
    print("one digit changed", wrong, out);
    return 0;
  }

  private static Equation product(String p, String q) {
    String r = new BigInteger(p, BASE).multiply(new BigInteger(q, BASE)).toString(BASE);
    return Equation.of(p, q, r);
  }

  private static String numeral(Random random, int digits) {
    StringBuilder text = new StringBuilder();
    text.append(1 + random.nextInt(BASE - 1));
    while (text.length() < digits) {
      text.append(random.nextInt(BASE));
    }
    return text.toString();
  }

  private static void print(String title, Equation equation, PrintStream out) {
    Answer answer = Divisors.bases(equation);
    out.println(title);
    out.println("  p = " + equation.p());
    out.println("  q = " + equation.q());
    out.println("  r = " + equation.r());
    out.printf(
        Locale.ROOT,
        "  %s; %,d bases tried, %,d steps%n",
        answer.bases().inWords(),
        answer.tried(),
        answer.steps());
  }
}
