package workbook.scalinglaws;

import java.util.Locale;
import java.util.stream.DoubleStream;

/// Between the 5th and the 95th of a hundred.
record Interval(double low, double high) {

  static Interval of(DoubleStream numbers) {
    double[] sorted = numbers.sorted().toArray();
    return new Interval(at(sorted, .05), at(sorted, .95));
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }

  /// As `0.41 to 0.52`.
  String text(int decimals) {
    String format = "%." + decimals + "f to %." + decimals + "f";
    return String.format(Locale.ROOT, format, low, high);
  }
}
