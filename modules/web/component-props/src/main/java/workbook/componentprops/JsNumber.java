package workbook.componentprops;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.regex.Pattern;

/// Numbers from and to text as ECMAScript has them: `StringToNumber` and `Number::toString`.
final class JsNumber {

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:\\d++\\.?\\d*+|\\.\\d++)(?:[eE][+-]?\\d++)?");
  private static final String BLANKS =
      "[\\s\\u00a0\\ufeff\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]++";
  private static final Pattern BLANKS_AROUND = Pattern.compile("^" + BLANKS + "|" + BLANKS + "$");

  private JsNumber() {}

  static double of(String text) {
    String trimmed = BLANKS_AROUND.matcher(text).replaceAll("");
    if (trimmed.isEmpty()) {
      return 0;
    }
    return switch (trimmed) {
      case "Infinity", "+Infinity" -> Double.POSITIVE_INFINITY;
      case "-Infinity" -> Double.NEGATIVE_INFINITY;
      default ->
          DECIMAL.matcher(trimmed).matches() ? Double.parseDouble(trimmed) : prefixed(trimmed);
    };
  }

  private static double prefixed(String text) {
    if (text.matches("0[xX][0-9a-fA-F]++")) {
      return new BigInteger(text.substring(2), 16).doubleValue();
    }
    if (text.matches("0[oO][0-7]++")) {
      return new BigInteger(text.substring(2), 8).doubleValue();
    }
    if (text.matches("0[bB][01]++")) {
      return new BigInteger(text.substring(2), 2).doubleValue();
    }
    return Double.NaN;
  }

  /// The shortest digits that give the number back, with an exponent from 10²¹ and below 10⁻⁶.
  static String text(double number) {
    if (Double.isNaN(number) || Double.isInfinite(number)) {
      return Double.toString(number);
    }
    if (number == 0) {
      return "0";
    }
    if (number < 0) {
      return "-" + text(-number);
    }
    BigDecimal shortest = shortest(number);
    String digits = shortest.unscaledValue().toString();
    // The place of the decimal point, counted from the first digit.
    int point = digits.length() - shortest.scale();
    if (point > 21 || point <= -6) {
      String rest = digits.length() == 1 ? "" : "." + digits.substring(1);
      return "%c%se%+d".formatted(digits.charAt(0), rest, point - 1);
    }
    return shortest.toPlainString();
  }

  /// Java writes two digits at least, 4.9E-324, where one may do: 5e-324.
  private static BigDecimal shortest(double number) {
    BigDecimal digits = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal one = digits.round(new MathContext(1));
    return one.doubleValue() == number ? one : digits;
  }
}
