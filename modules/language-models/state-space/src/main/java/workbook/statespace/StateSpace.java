package workbook.statespace;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import workbook.lab.Example;

/// One system, computed step by step, as a convolution, and by a scan: the same outputs.
@Command(
    name = "state-space",
    description = "Compute one system step by step, as a convolution, and by a scan.")
public final class StateSpace implements Example {

  /// A damped spring, u'' = -2 u - 3 u'. Its eigenvalues are -1 and -2.
  static final double[][] A = {{0, 1}, {-2, -3}};

  static final double[] B = {0, 1};
  static final double[] C = {1, 0};

  /// The same by its eigenvectors, for 1 / ((s + 1) (s + 2)) = 1 / (s + 1) - 1 / (s + 2).
  static final double[] DIAGONAL = {-1, -2};

  static final double[] DIAGONAL_C = {1, -1};

  static final double[] INPUT = {1, 0, 0, 2, -1};

  /// How wide a column is, with the space before the number.
  private static final int COLUMN = 12;

  @Option(
      names = "--step",
      paramLabel = "X",
      description = "The step, more than 0 and up to 100; ${DEFAULT-VALUE} if not given.")
  private String step = "0.1";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "zero-order-hold, bilinear or euler; ${DEFAULT-VALUE} if not given.")
  private String by = "zero-order-hold";

  static void main(String[] args) {
    Example.main(new StateSpace(), args);
  }

  @Override
  public int run(PrintStream out) {
    double delta = step();
    Discretisation discretisation = discretisation();
    LinearSystem system = discretisation.of(A, B, C, delta);
    double[] kernel = system.kernel(INPUT.length);
    out.printf("h' = A h + B u, y = C h, in steps of %s by %s%n%n", step, by);
    row(out, "input u", INPUT);
    row(out, "step by step", system.recurrence(INPUT));
    row(out, "A made diagonal", diagonal(discretisation, delta));
    row(out, "by a scan", scanned(discretisation, delta));
    row(out, "kernel", kernel);
    row(out, "u * kernel", Convolution.direct(kernel, INPUT));
    row(out, "by FFT", Convolution.fourier(kernel, INPUT));
    row(out, "FFT, not padded", Convolution.circular(kernel, INPUT, INPUT.length));
    return 0;
  }

  private double step() {
    if (step.matches("[0-9]{0,3}\\.?[0-9]{0,9}") && step.matches(".*[0-9].*")) {
      double delta = Double.parseDouble(step);
      if (delta > 0 && delta <= 100) {
        return delta;
      }
    }
    throw new IllegalArgumentException(
        "--step must be a number as 0.1, more than 0 and up to 100, and was '%s'".formatted(step));
  }

  private Discretisation discretisation() {
    return Arrays.stream(Discretisation.values())
        .filter(known -> known.lowerCase().equals(by))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--by must be zero-order-hold, bilinear or euler, and was '%s'".formatted(by)));
  }

  /// Two systems of one state each, added up.
  static double[] diagonal(Discretisation discretisation, double delta) {
    double[] y = new double[INPUT.length];
    for (int n = 0; n < DIAGONAL.length; n++) {
      LinearSystem one = one(n, discretisation, delta);
      Matrices.add(y, 1, one.recurrence(INPUT));
    }
    return y;
  }

  static double[] scanned(Discretisation discretisation, double delta) {
    double[] y = new double[INPUT.length];
    for (int n = 0; n < DIAGONAL.length; n++) {
      LinearSystem one = one(n, discretisation, delta);
      Scan.Step[] steps =
          Arrays.stream(INPUT)
              .mapToObj(u -> new Scan.Step(one.a()[0][0], one.b()[0] * u))
              .toArray(Scan.Step[]::new);
      Matrices.add(y, DIAGONAL_C[n], Scan.rounds(steps));
    }
    return y;
  }

  private static LinearSystem one(int n, Discretisation discretisation, double delta) {
    double[][] a = {{DIAGONAL[n]}};
    return discretisation.of(a, new double[] {1}, new double[] {DIAGONAL_C[n]}, delta);
  }

  /// As many decimals as leave a space before it, 8 at most. A system that grows without bound
  /// fills any column: then it is five digits and the power of ten.
  private static String digits(double number) {
    return IntStream.rangeClosed(0, 8)
        .mapToObj(left -> String.format(Locale.ROOT, "%." + (8 - left) + "f", number))
        .filter(digits -> digits.length() < COLUMN)
        .findFirst()
        .orElseGet(() -> String.format(Locale.ROOT, "%.4e", number));
  }

  private static void row(PrintStream out, String name, double... numbers) {
    out.printf("%-16s", name);
    for (double number : numbers) {
      out.printf("%" + COLUMN + "s", digits(number));
    }
    out.println();
  }
}
