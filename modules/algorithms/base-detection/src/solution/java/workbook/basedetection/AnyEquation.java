package workbook.basedetection;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/// 6 * 9 = 42 is one equation of many.
///
/// Read once, valued in every base: the tree is the part that does not depend on the base. One
/// method for each level of binding is the whole grammar, and a loop joins equals from the left.
/// With carries on both sides the proof that there is one base at most no longer holds: there may
/// be several.
final class AnyEquation {

  private AnyEquation() {}

  /// All bases, 2 to `limit`, in which an equation is true, the smallest first.
  ///
  /// An equation is two expressions with `=` between them. In an expression stand numbers of the
  /// digits 0 to 9, `+`, `-`, `*` and parentheses, with blanks (U+0020 alone) before, between and
  /// after them or not. `*` binds before `+` and `-`, and equals are read from the left: `10-2-3`
  /// is `(10-2)-3`. There is no sign before a number. Every digit is below the base. Values may
  /// have any size.
  ///
  /// @param equation for instance `6*9=42`
  /// @param limit the largest base allowed, up to 10,000
  /// @throws IllegalArgumentException if the equation cannot be read; the message has the words
  ///   `character N`, where N, counted from 1, is the place of the first character that does not
  ///   fit, or the place after the last one where something is missing
  static List<Integer> bases(String equation, int limit) {
    Parser parser = new Parser(equation);
    Node left = parser.expression();
    parser.expect('=');
    Node right = parser.expression();
    parser.expectEnd();
    return IntStream.rangeClosed(Math.max(2, parser.largestDigit + 1), limit)
        .filter(base -> left.value(base).equals(right.value(base)))
        .boxed()
        .toList();
  }

  private sealed interface Node {

    record Number(Numeral digits) implements Node {}

    record Add(Node left, Node right) implements Node {}

    record Subtract(Node left, Node right) implements Node {}

    record Multiply(Node left, Node right) implements Node {}

    default BigInteger value(int base) {
      return switch (this) {
        case Number(Numeral digits) -> digits.value(base);
        case Add(Node left, Node right) -> left.value(base).add(right.value(base));
        case Subtract(Node left, Node right) -> left.value(base).subtract(right.value(base));
        case Multiply(Node left, Node right) -> left.value(base).multiply(right.value(base));
      };
    }
  }

  private static final class Parser {

    private final String text;
    private int position;
    private int largestDigit;

    Parser(String text) {
      this.text = text;
      skipBlanks();
    }

    Node expression() {
      Node node = term();
      while (next() == '+' || next() == '-') {
        boolean add = next() == '+';
        take();
        Node right = term();
        node = add ? new Node.Add(node, right) : new Node.Subtract(node, right);
      }
      return node;
    }

    private Node term() {
      Node node = factor();
      while (next() == '*') {
        take();
        node = new Node.Multiply(node, factor());
      }
      return node;
    }

    private Node factor() {
      if (next() == '(') {
        take();
        Node inside = expression();
        expect(')');
        return inside;
      }
      int start = position;
      while (isDigit(next())) {
        position++;
      }
      if (position == start) {
        throw misfit();
      }
      Numeral numeral = new Numeral(text.substring(start, position));
      largestDigit = Math.max(largestDigit, numeral.largestDigit());
      skipBlanks();
      return new Node.Number(numeral);
    }

    void expect(char wanted) {
      if (next() != wanted) {
        throw misfit();
      }
      take();
    }

    void expectEnd() {
      if (position < text.length()) {
        throw misfit();
      }
    }

    /// The character at hand, or one that fits nowhere at the end.
    private char next() {
      return position < text.length() ? text.charAt(position) : '\0';
    }

    private void take() {
      position++;
      skipBlanks();
    }

    private void skipBlanks() {
      while (next() == ' ') {
        position++;
      }
    }

    /// Not Character.isDigit, which knows the digits of every script.
    private static boolean isDigit(char c) {
      return c >= '0' && c <= '9';
    }

    private IllegalArgumentException misfit() {
      return new IllegalArgumentException(
          "character %d does not fit: %s".formatted(position + 1, text));
    }
  }
}
