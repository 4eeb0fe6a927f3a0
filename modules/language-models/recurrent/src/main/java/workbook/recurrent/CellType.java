package workbook.recurrent;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/// The three cells, by name.
public enum CellType {
  RNN,
  LSTM,
  GRU;

  Cell random(int inputs, int width, RandomGenerator random) {
    return switch (this) {
      case RNN -> RnnCell.random(inputs, width, random);
      case LSTM -> LstmCell.random(inputs, width, random);
      case GRU -> GruCell.random(inputs, width, random);
    };
  }

  /// @throws IllegalArgumentException if there is none of this name, with those that there are
  static CellType named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.lowerCase().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "the cell must be one of %s, and was '%s'"
                    .formatted(
                        Arrays.stream(values())
                            .map(CellType::lowerCase)
                            .collect(Collectors.joining(", ")),
                        name)));
  }

  String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
