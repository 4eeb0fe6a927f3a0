package workbook.abilities;

/// A method for each level of binding, and one exception that does not leave the class.
final class Expression {

  private static final int DEEPEST = 100;

  private final String text;
  private int at;
  private int depth;

  private Expression(String text) {
    this.text = text;
  }

  static String answer(String text) {
    Expression expression = new Expression(text);
    try {
      long result = expression.sum();
      expression.next();
      if (expression.at < expression.text.length()) {
        return "error: not an expression";
      }
      return String.valueOf(result);
    } catch (ArithmeticException | NumberFormatException e) {
      return "error: not an expression, or no whole number of 64 bits";
    }
  }

  /// What comes next but for spaces, or 0 at the end.
  private char next() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private long sum() {
    long sum = product();
    while (next() == '+' || next() == '-') {
      boolean plus = text.charAt(at++) == '+';
      long term = product();
      sum = plus ? Math.addExact(sum, term) : Math.subtractExact(sum, term);
    }
    return sum;
  }

  private long product() {
    long product = factor();
    while (next() == '*' || next() == '/') {
      boolean times = text.charAt(at++) == '*';
      long factor = factor();
      product = times ? Math.multiplyExact(product, factor) : quotient(product, factor);
    }
    return product;
  }

  private static long quotient(long product, long factor) {
    if (product % factor != 0) {
      throw new ArithmeticException("not a whole number");
    }
    return Math.divideExact(product, factor);
  }

  private long factor() {
    char c = next();
    if (c == '-' || c == '(') {
      at++;
      if (++depth > DEEPEST) {
        throw new ArithmeticException("too deep");
      }
      long inner = c == '-' ? Math.negateExact(factor()) : parenthesis();
      depth--;
      return inner;
    }
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return Long.parseLong(text, from, at, 10);
  }

  private long parenthesis() {
    long inner = sum();
    if (next() != ')') {
      throw new ArithmeticException("not closed");
    }
    at++;
    return inner;
  }
}
