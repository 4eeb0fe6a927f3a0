package workbook.apidecryption;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/// From a text to bytes: the members of `CryptoJS.enc`.
enum Encoding {
  UTF8("Utf8"),
  HEX("Hex"),
  BASE64("Base64"),
  LATIN1("Latin1");

  private final String cryptoJs;

  Encoding(String cryptoJs) {
    this.cryptoJs = cryptoJs;
  }

  /// @param what the text is, as a message names it
  /// @throws IllegalArgumentException if it is not of this encoding
  byte[] bytes(String what, String text) {
    return switch (this) {
      case UTF8 -> text.getBytes(StandardCharsets.UTF_8);
      case LATIN1 -> {
        check(what, text, c -> c <= 0xff, "has no place in Latin1");
        yield text.getBytes(StandardCharsets.ISO_8859_1);
      }
      case HEX -> {
        check(what, text, c -> c < 128 && Character.digit(c, 16) >= 0, "is no hexadecimal digit");
        if (text.length() % 2 != 0) {
          throw new IllegalArgumentException(
              "%s has %d hexadecimal digits, and a byte has two".formatted(what, text.length()));
        }
        yield HexFormat.of().parseHex(text);
      }
      case BASE64 -> base64(what, text);
    };
  }

  /// Line ends may stand in it, as `openssl enc -a` writes them.
  private static byte[] base64(String what, String text) {
    String whole = text.strip().replaceAll("\\R", "");
    int body = whole.replaceFirst("=*$", "").length();
    check(what, whole.substring(0, body), Encoding::isBase64, "is not of Base64");
    if (whole.length() - body > 2 || whole.length() % 4 != 0) {
      throw new IllegalArgumentException(
          "%s has %d characters of Base64 and %d '=', and they come in fours: a piece is missing"
              .formatted(what, body, whole.length() - body));
    }
    try {
      return Base64.getDecoder().decode(whole);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(what + " is no Base64: " + e.getMessage(), e);
    }
  }

  private static boolean isBase64(char c) {
    return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/');
  }

  private interface Accepted {
    boolean test(char c);
  }

  private static void check(String what, String text, Accepted accepted, String fault) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!accepted.test(c)) {
        throw new IllegalArgumentException(
            "character %d of %s is '%c', which %s%s".formatted(i + 1, what, c, fault, cause(c)));
      }
    }
  }

  /// What people did to it who meant well.
  private static String cause(char c) {
    return switch (c) {
      case ' ' -> ": a '+' that was taken out of a form?";
      case '-', '_' -> ": in a URL '-' stands for '+', and '_' for '/'";
      case '%' -> ": still encoded as in a URL?";
      default -> "";
    };
  }

  /// Its name in CryptoJS.
  @Override
  public String toString() {
    return cryptoJs;
  }
}
