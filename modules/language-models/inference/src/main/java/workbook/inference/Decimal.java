package workbook.inference;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads a number with a decimal point, in ASCII digits.
final class Decimal implements ITypeConverter<Double> {

  @Override
  public Double convert(String text) {
    if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}")) {
      throw new TypeConversionException(
          "must be a number from 0 on, as 0.8, and was '%s'".formatted(text));
    }
    return Double.valueOf(text);
  }

  /// A number that has to lie within bounds.
  ///
  /// @throws IllegalArgumentException if it does not
  static double between(String name, double value, double least, double most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s, and was %s".formatted(name, least, most, value));
    }
    return value;
  }
}
