package workbook.scalinglaws;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import picocli.CommandLine.Command;
import workbook.lab.Example;

/// Why a power law at all? A model that is a table, of contexts whose frequencies fall by Zipf's
/// law: the i-th comes with a probability in proportion to i^−(1+a). A context that is not in the
/// table costs one nat more than the entropy. Nothing is trained, and nothing is drawn: the
/// expected loss is computed.
///
/// Theory: the excess falls as N^−a and as D^(−a/(1+a)) (Hutter, 2021; Michaud et al., 2023).
@Command(
    name = "scaling-laws/table-model",
    description = "Print the power laws of a model that is a table, beside the theory.")
public final class TableModel implements Example {

  private static final int CONTEXTS = 1_000_000;

  static void main(String[] args) {
    Example.main(new TableModel(), args);
  }

  @Override
  public int run(PrintStream out) {
    out.println("  a  slope over N  theory  slope over D  theory");
    for (double a : new double[] {.5, 1}) {
      double[] shares = shares(a);
      out.printf(
          Locale.ROOT,
          "%.1f %13.3f %7.3f %13.3f %7.3f%n",
          a,
          slope(1e1, 1e4, n -> missing(shares, (int) n)),
          -a,
          slope(1e3, 3e5, d -> unseen(shares, d)),
          -a / (1 + a));
    }
    return 0;
  }

  static double[] shares(double a) {
    double[] shares = new double[CONTEXTS];
    double sum = 0;
    for (int i = 0; i < CONTEXTS; i++) {
      shares[i] = StrictMath.pow(i + 1, -1 - a);
      sum += shares[i];
    }
    for (int i = 0; i < CONTEXTS; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /// The excess of a table of the n most frequent contexts, all of whose rows are known.
  static double missing(double[] shares, int n) {
    double sum = 0;
    for (int i = n; i < shares.length; i++) {
      sum += shares[i];
    }
    return sum;
  }

  /// The expected excess of a table with room for all, after so many tokens: a context is not in it
  /// if none of them was it.
  static double unseen(double[] shares, double tokens) {
    double sum = 0;
    for (double share : shares) {
      sum += share * StrictMath.exp(tokens * StrictMath.log1p(-share));
    }
    return sum;
  }

  /// Of ln excess over ln x, at twelve places.
  static double slope(double from, double to, DoubleUnaryOperator excess) {
    int places = 12;
    double[] x = new double[places];
    double[] y = new double[places];
    for (int i = 0; i < places; i++) {
      double at = Math.rint(from * StrictMath.pow(to / from, i / (places - 1.0)));
      x[i] = StrictMath.log(at);
      y[i] = StrictMath.log(excess.applyAsDouble(at));
    }
    return Line.through(x, y).slope();
  }
}
