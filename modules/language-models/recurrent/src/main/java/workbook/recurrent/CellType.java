package workbook.recurrent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The three cells, by name.
public enum CellType {
  RNN,
  LSTM,
  GRU;

  static final String NAMES = "rnn, lstm, gru";

  Cell random(int inputs, int width, RandomGenerator random) {
    return switch (this) {
      case RNN -> RnnCell.random(inputs, width, random);
      case LSTM -> LstmCell.random(inputs, width, random);
      case GRU -> GruCell.random(inputs, width, random);
    };
  }

  /// Reads the name of one.
  static final class Named implements ITypeConverter<CellType> {

    @Override
    public CellType convert(String name) {
      return named(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  "must be one of %s, and was '%s'".formatted(NAMES, name)));
    }
  }

  static Optional<CellType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.lowerCase().equals(name)).findFirst();
  }

  String lowerCase() {
    return name().toLowerCase(Locale.ROOT);
  }
}
