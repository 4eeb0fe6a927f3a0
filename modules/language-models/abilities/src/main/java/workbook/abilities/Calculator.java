package workbook.abilities;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two whole numbers and a sign between them. Whatever it is given, it answers with one line and
/// throws nothing: the model reads the answer, and a stack trace would end the conversation.
///
/// An answer has none of the marks of a call, so it cannot end a call or begin one.
final class Calculator {

  private static final Pattern CALL =
      Pattern.compile(" *(-?[0-9]{1,40}) *([-+*/]) *(-?[0-9]{1,40}) *");

  private static final String OUTSIDE = "[^-+*/0-9 ]";

  private Calculator() {}

  /// What stands between `[` and `=`, computed: `7/2` is refused, as it is not whole.
  static String answer(String call) {
    Matcher parts = CALL.matcher(call);
    if (!parts.matches()) {
      return Pattern.compile(OUTSIDE).matcher(call).find()
          ? "error: not a sum of digits"
          : "error: wants two numbers and + - * or /";
    }
    BigInteger a = new BigInteger(parts.group(1));
    BigInteger b = new BigInteger(parts.group(3));
    if (parts.group(2).equals("/")) {
      return quotient(a, b);
    }
    return whole(
        switch (parts.group(2)) {
          case "+" -> a.add(b);
          case "-" -> a.subtract(b);
          default -> a.multiply(b);
        });
  }

  private static String quotient(BigInteger a, BigInteger b) {
    if (b.signum() == 0) {
      return "error: division by 0";
    }
    BigInteger[] divided = a.divideAndRemainder(b);
    return divided[1].signum() == 0 ? whole(divided[0]) : "error: not a whole number";
  }

  /// A number of 64 bits, and never one that went round.
  private static String whole(BigInteger number) {
    return number.bitLength() < Long.SIZE ? number.toString() : "error: overflow";
  }
}
