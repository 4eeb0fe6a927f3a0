package workbook.apidecryption;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.UnaryNode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Where a key or an IV comes from.
///
/// @param option as `api-decryption/decrypt` takes it, or null if it is not known
/// @param isPhrase whether it is a string, from which CryptoJS makes key and IV
record Origin(String told, String option, boolean isPhrase) {

  /// What finds origins.
  record Finder(Script script, Bindings bindings, Paths paths, Constants constants) {

    Origin of(Expression expression) {
      Expression behind = constants.behind(expression);
      String at = ", " + script.place(behind);
      String phrase = constants.string(expression);
      if (phrase != null) {
        return new Origin("the phrase \"%s\"%s".formatted(phrase, at), phrase, true);
      }
      byte[] digest = constants.digest(expression);
      if (digest != null) {
        return words("hex", HexFormat.of().formatHex(digest), at);
      }
      if (behind instanceof CallNode call) {
        List<String> path = paths.of(call.getFunction());
        Origin words = parsed(call, path, at);
        if (words == null) {
          words = created(call, path, at);
        }
        if (words != null) {
          return words;
        }
      }
      if (behind instanceof IdentNode name
          && bindings.of(name) != null
          && bindings.of(name).parameter() >= 0) {
        return new Origin(
            "parameter %d of the function at %s"
                .formatted(
                    bindings.of(name).parameter() + 1, script.place(bindings.of(name).function())),
            null,
            false);
      }
      return new Origin(script.excerpt(behind, 60) + at, null, false);
    }

    /// `enc.Hex.parse("…")`.
    private Origin parsed(CallNode call, List<String> path, String at) {
      int size = path.size();
      if (size < 2 || !path.getLast().equals("parse") || call.getArgs().isEmpty()) {
        return null;
      }
      for (Encoding encoding : Encoding.values()) {
        if (encoding.toString().equals(path.get(size - 2))) {
          Expression text = call.getArgs().getFirst();
          String constant = constants.string(text);
          return constant == null
              ? new Origin("words, %s of %s".formatted(encoding, of(text).told()), null, false)
              : words(encoding.toString(), constant, at);
        }
      }
      return null;
    }

    private static Origin words(String encoding, String text, String at) {
      return new Origin(
          "words, %s \"%s\"%s".formatted(encoding, text, at),
          encoding.toLowerCase(Locale.ROOT) + ":" + text,
          false);
    }

    /// `lib.WordArray.create([1, 2, 3, 4])`.
    private Origin created(CallNode call, List<String> path, String at) {
      int size = path.size();
      if (size < 2
          || !path.get(size - 2).equals("WordArray")
          || call.getArgs().isEmpty()
          || !(constants.behind(call.getArgs().getFirst())
              instanceof LiteralNode.ArrayLiteralNode array)) {
        return null;
      }
      List<Expression> elements = array.getElementExpressions();
      ByteBuffer bytes = ByteBuffer.allocate(4 * elements.size());
      for (Expression element : elements) {
        Long word = word(element);
        if (word == null) {
          return null;
        }
        bytes.putInt(word.intValue());
      }
      int length = bytes.capacity();
      if (call.getArgs().size() > 1) {
        Long given = word(constants.behind(call.getArgs().get(1)));
        length = given == null ? length : Math.clamp(given, 0, length);
      }
      return words("hex", HexFormat.of().formatHex(Arrays.copyOf(bytes.array(), length)), at);
    }

    private static Long word(Expression expression) {
      return switch (expression) {
        case LiteralNode<?> literal when literal.getValue() instanceof Number number ->
            number.longValue();
        case UnaryNode minus when minus.isTokenType(TokenType.SUB) -> {
          Long positive = word(minus.getExpression());
          yield positive == null ? null : -positive;
        }
        case null, default -> null;
      };
    }
  }
}
