package workbook.ngram;

import java.util.Arrays;

/// Every count gives up something, one that is 1 not the same as one that is 2, or 3 and more. In a
/// second text of the same kind, n-grams come that much less often than in the first.
///
/// @param once, twice, more by the length k of the n-gram
record Discounting(double[] once, double[] twice, double[] more) implements Smoothing {

  /// The same discount for all.
  static Discounting absolute(double discount, int order) {
    double[] all = new double[order + 1];
    Arrays.fill(all, discount);
    return new Discounting(all, all, all);
  }

  /// One discount for each length, from how many n-grams were counted once and twice. Hermann Ney
  /// et al., 1994: D = n₁ / (n₁ + 2 n₂).
  static Discounting estimated(Counts counts) {
    double[] all = new double[counts.order() + 1];
    for (int k = 1; k <= counts.order(); k++) {
      double n1 = counts.withCount(k, 1);
      double n2 = counts.withCount(k, 2);
      all[k] = n1 > 0 ? n1 / (n1 + 2 * n2) : .5;
    }
    return new Discounting(all, all, all);
  }

  /// Three discounts for each length. Stanley Chen and Joshua Goodman, [An empirical study of
  /// smoothing techniques](https://doi.org/10.1006/csla.1999.0128), 1999, equation 17. Where the
  /// counts of counts do not give any, as for the few single characters, they are .5, 1 and 1.5,
  /// which KenLM offers as its fallback.
  static Discounting modified(Counts counts) {
    int order = counts.order();
    double[][] discounts = {new double[order + 1], new double[order + 1], new double[order + 1]};
    for (int k = 1; k <= order; k++) {
      double[] n = new double[5];
      for (int c = 1; c <= 4; c++) {
        n[c] = counts.withCount(k, c);
      }
      double y = n[1] / (n[1] + 2 * n[2]);
      boolean usable = true;
      for (int c = 1; c <= 3; c++) {
        double discount = c - (c + 1) * y * n[c + 1] / n[c];
        discounts[c - 1][k] = discount;
        usable &= discount > 0 && discount <= c;
      }
      for (int c = 1; c <= 3 && !usable; c++) {
        discounts[c - 1][k] = c / 2.0;
      }
    }
    return new Discounting(discounts[0], discounts[1], discounts[2]);
  }

  @Override
  public double kept(Counts counts, int k, int context, int count) {
    double discount =
        switch (count) {
          case 0 -> 0;
          case 1 -> once[k];
          case 2 -> twice[k];
          default -> more[k];
        };
    return Math.max(0, count - discount) / counts.total(k, context);
  }

  @Override
  public double left(Counts counts, int k, int context) {
    int ones = counts.ones(k, context);
    int twos = counts.twos(k, context);
    int rest = counts.types(k, context) - ones - twos;
    return (once[k] * ones + twice[k] * twos + more[k] * rest) / counts.total(k, context);
  }
}
