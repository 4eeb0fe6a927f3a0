package workbook.builder.rtf;

import java.nio.charset.StandardCharsets;

/// Cuts RTF into tokens: RTF Specification 1.9.1, "Basic entities".
final class Scanner {

  private static final int END = -1;
  private static final int LONGEST_NAME = 32;

  private final byte[] rtf;
  private int at;

  Scanner(byte[] rtf) {
    this.rtf = rtf;
  }

  /// @throws RtfException if what stands here is no token
  Token next() throws RtfException {
    skipLineEnds();
    int start = at;
    return switch (peek()) {
      case END -> new Token.End(start);
      case '{' -> {
        at++;
        yield new Token.GroupStart(start);
      }
      case '}' -> {
        at++;
        yield new Token.GroupEnd(start);
      }
      case '\\' -> {
        at++;
        yield control(start);
      }
      default -> new Token.Byte(start, rtf[at++]);
    };
  }

  /// How many bytes stand before the next token.
  int offset() {
    return at;
  }

  /// Passes over blanks and NULs.
  ///
  /// @return how many bytes are left
  int skipBlanks() {
    while (peek() >= 0 && peek() <= ' ') {
      at++;
    }
    return rtf.length - at;
  }

  /// Line ends only break long lines of the file.
  private void skipLineEnds() {
    while (peek() == '\r' || peek() == '\n') {
      at++;
    }
  }

  private Token control(int start) throws RtfException {
    int c = peek();
    if (c == END) {
      throw new RtfException(start, "the document ends after a backslash");
    }
    if (isLetter(c)) {
      return word(start, false);
    }
    at++;
    if (c == '\'') {
      return new Token.Byte(start, (byte) (hexDigit(start) << 4 | hexDigit(start)));
    }
    if (c == '*') {
      skipLineEnds();
      if (peek() == '\\' && at + 1 < rtf.length && isLetter(rtf[at + 1])) {
        at++;
        return word(start, true);
      }
    }
    return new Token.Symbol(start, (char) c);
  }

  private Token word(int start, boolean starred) throws RtfException {
    int nameStart = at;
    while (isLetter(peek())) {
      at++;
    }
    String name = ascii(nameStart);
    if (name.length() > LONGEST_NAME) {
      throw new RtfException(
          start,
          "a control word of %d letters; %d is the most".formatted(name.length(), LONGEST_NAME));
    }
    Integer number = number(start, name);
    // One blank after a control word belongs to it.
    if (peek() == ' ') {
      at++;
    }
    return name.equals("bin")
        ? binary(start, number)
        : new Token.Word(start, name, number, starred);
  }

  private Integer number(int start, String name) throws RtfException {
    int numberStart = at;
    boolean negative = peek() == '-' && at + 1 < rtf.length && isDigit(rtf[at + 1]);
    if (negative) {
      at++;
    }
    while (isDigit(peek())) {
      at++;
    }
    if (at == numberStart) {
      return null;
    }
    try {
      return Integer.valueOf(ascii(numberStart));
    } catch (NumberFormatException _) {
      throw new RtfException(
          start, "the number of \\%s is beyond 32 bits: %s".formatted(name, ascii(numberStart)));
    }
  }

  private Token binary(int start, Integer number) throws RtfException {
    int length = number == null ? 0 : number;
    if (length < 0 || length > rtf.length - at) {
      throw new RtfException(
          start, "\\bin announces %d bytes and %d are left".formatted(length, rtf.length - at));
    }
    at += length;
    return new Token.Binary(start);
  }

  private int hexDigit(int start) throws RtfException {
    int digit = peek() == END ? -1 : Character.digit(peek(), 16);
    if (digit < 0) {
      throw new RtfException(start, "\\' needs two hexadecimal digits");
    }
    at++;
    return digit;
  }

  private int peek() {
    return at < rtf.length ? rtf[at] & 0xff : END;
  }

  private String ascii(int start) {
    return new String(rtf, start, at - start, StandardCharsets.US_ASCII);
  }

  private static boolean isLetter(int c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
