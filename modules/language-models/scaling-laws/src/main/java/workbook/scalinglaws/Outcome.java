package workbook.scalinglaws;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// How a training went.
///
/// @param losses exact ones, in nats per symbol, after each eighth of its steps
record Outcome(Setting setting, List<Double> losses) {

  static final int PARTS = 8;

  /// At the end, where the learning rate has fallen.
  double loss() {
    return losses.getLast();
  }

  /// As a line of a file: `8,16384,1,1.8241 1.7016 … 1.4017`.
  String line() {
    return losses.stream()
        .map(loss -> String.format(Locale.ROOT, "%.5f", loss))
        .collect(Collectors.joining(" ", setting.name() + ",", ""));
  }

  /// @return nothing if the line is none
  static Optional<Outcome> of(String line) {
    if (!line.matches("[0-9]{1,4},[0-9]{1,8},[0-9]{1,4},[0-9]\\.[0-9]{5}( [0-9]\\.[0-9]{5}){7}")) {
      return Optional.empty();
    }
    String[] parts = line.split(",");
    Setting setting =
        new Setting(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Long.parseLong(parts[2]));
    return Optional.of(
        new Outcome(setting, Arrays.stream(parts[3].split(" ")).map(Double::valueOf).toList()));
  }
}
