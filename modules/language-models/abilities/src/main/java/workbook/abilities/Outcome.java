package workbook.abilities;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How one training went.
///
/// @param arm what was trained
/// @param numbers what was measured; which number is what, the experiment says
record Outcome(String arm, long seed, List<Double> numbers) {

  static Outcome of(String arm, long seed, double... numbers) {
    return new Outcome(arm, seed, Arrays.stream(numbers).boxed().toList());
  }

  double number(int index) {
    return numbers.get(index);
  }

  /// As a line of a file: `steps,1,0.5000,1.0000`.
  String line() {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, ",%.4f", number))
        .collect(Collectors.joining("", arm + "," + seed, ""));
  }

  /// @return nothing if the line is none
  static Optional<Outcome> of(String line) {
    if (!line.matches("[a-z0-9-]++,[1-9](,[0-9]\\.[0-9]{4})++")) {
      return Optional.empty();
    }
    String[] parts = line.split(",");
    return Optional.of(
        of(
            parts[0],
            Long.parseLong(parts[1]),
            IntStream.range(2, parts.length)
                .mapToDouble(i -> Double.parseDouble(parts[i]))
                .toArray()));
  }

  /// `0.99 (0.98 to 1.00)`: the mean over the seeds, the least and the most.
  static String spread(List<Outcome> seeds, ToDoubleFunction<Outcome> number) {
    var all = seeds.stream().mapToDouble(number).summaryStatistics();
    return String.format(
        Locale.ROOT, "%.3f (%.3f to %.3f)", all.getAverage(), all.getMin(), all.getMax());
  }
}
