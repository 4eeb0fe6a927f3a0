package workbook.basedetection;

import java.math.BigInteger;

/// A number as it stands on paper: digits, in a base that nobody has named yet.
///
/// @param digits the digits 0 to 9, the most significant first, without leading zeros; zero is `0`
public record Numeral(String digits) {

  /// The most digits a numeral may have. No column of a product of two of them is above 81 *
  /// 10,000,000, which fits an `int`.
  public static final int MAX_DIGITS = 10_000_000;

  /// Reads a numeral and drops its leading zeros, which say nothing in any base.
  ///
  /// @throws IllegalArgumentException if there is no digit, or more than [#MAX_DIGITS], or a
  ///   character that is not one of 0 to 9; the message names the character and its position,
  ///   counted from 1
  public Numeral {
    if (digits.isEmpty()) {
      throw new IllegalArgumentException("there is no digit");
    }
    if (digits.length() > MAX_DIGITS) {
      throw new IllegalArgumentException(
          "%d digits, and at most %d are read".formatted(digits.length(), MAX_DIGITS));
    }
    int zeros = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        throw new IllegalArgumentException(
            "character %d is %s, and a digit is 0 to 9".formatted(i + 1, shown(c)));
      }
      if (c == '0' && zeros == i && i < digits.length() - 1) {
        zeros++;
      }
    }
    digits = digits.substring(zeros);
  }

  /// How many digits there are, at least one.
  public int length() {
    return digits.length();
  }

  /// The digit that counts how many times the base to the power of `position` is taken; 0 to the
  /// left of the first digit.
  public int digit(int position) {
    return position < length() ? digits.charAt(length() - 1 - position) - '0' : 0;
  }

  /// The largest digit. The base is above it.
  public int largestDigit() {
    return digits.chars().max().getAsInt() - '0';
  }

  /// The value in a base, digit by digit from the left.
  public BigInteger value(int base) {
    BigInteger factor = BigInteger.valueOf(base);
    BigInteger value = BigInteger.ZERO;
    for (int position = length() - 1; position >= 0; position--) {
      value = value.multiply(factor).add(BigInteger.valueOf(digit(position)));
    }
    return value;
  }

  /// The digits; of more than 20 the first and last three, and how many they are.
  @Override
  public String toString() {
    return length() <= 20
        ? digits
        : "%s..%s (%d digits)"
            .formatted(digits.substring(0, 3), digits.substring(length() - 3), length());
  }

  private static String shown(char c) {
    return c > ' ' && c < 0x7F ? "'" + c + "'" : "U+%04X".formatted((int) c);
  }
}
