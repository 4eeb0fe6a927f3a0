package workbook.alignment;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// A number that differs from seed to seed.
record Spread(double mean, double least, double most) {

  static <T> Spread of(List<T> seeds, ToDoubleFunction<T> number) {
    var all = seeds.stream().mapToDouble(number).summaryStatistics();
    return new Spread(all.getAverage(), all.getMin(), all.getMax());
  }
}
