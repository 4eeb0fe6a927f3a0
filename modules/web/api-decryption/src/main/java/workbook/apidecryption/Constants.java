package workbook.apidecryption;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.TemplateLiteralNode.UntaggedTemplateLiteralNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// What an expression is if it is the same at every run: a literal, a name for one, a sum of them.
final class Constants {

  /// The digests of CryptoJS that the JDK has, by their names there.
  static final Map<String, String> DIGESTS =
      Map.of("MD5", "MD5", "SHA1", "SHA-1", "SHA256", "SHA-256", "SHA512", "SHA-512");

  /// How far names are followed.
  private static final int DEEPEST = 30;

  /// How many expressions are read for one string: of names that are sums of names each doubles
  /// them.
  private static final int MOST_STEPS = 100_000;

  private final Bindings bindings;
  private final Paths paths;
  private int steps;

  Constants(Bindings bindings, Paths paths) {
    this.bindings = bindings;
    this.paths = paths;
  }

  /// The expression behind names and members of literal objects.
  Expression behind(Expression expression) {
    Expression end = expression;
    for (int i = 0; i < DEEPEST; i++) {
      Expression next = next(end);
      if (next == null) {
        return end;
      }
      end = next;
    }
    return end;
  }

  private Expression next(Expression expression) {
    if (expression instanceof IdentNode name) {
      Binding binding = bindings.of(name);
      Binding.Value value = binding == null ? null : binding.value();
      Expression source = value == null ? null : value.source();
      if (value != null) {
        for (String key : value.keys()) {
          source = source == null ? null : member(source, key);
        }
      }
      return source;
    }
    return expression instanceof AccessNode access
        ? member(access.getBase(), access.getProperty())
        : null;
  }

  private Expression member(Expression object, String key) {
    Expression behind = object instanceof IdentNode ? next(object) : object;
    return behind instanceof ObjectNode literal ? member(literal, key) : null;
  }

  /// The value of a member, or null.
  static Expression member(ObjectNode object, String key) {
    return object.getElements().stream()
        .filter(property -> !property.isComputed() && key.equals(property.getKeyName()))
        .map(PropertyNode::getValue)
        .findFirst()
        .orElse(null);
  }

  /// The string that an expression is, or null.
  String string(Expression expression) {
    steps = 0;
    return string(expression, DEEPEST);
  }

  private String string(Expression expression, int deep) {
    steps++;
    if (deep == 0 || steps > MOST_STEPS) {
      return null;
    }
    return switch (behind(expression)) {
      case LiteralNode<?> literal when literal.isString() -> literal.getString();
      case BinaryNode sum when sum.isTokenType(TokenType.ADD) -> {
        String left = string(sum.getLhs(), deep - 1);
        String right = left == null ? null : string(sum.getRhs(), deep - 1);
        yield right == null ? null : left + right;
      }
      case UntaggedTemplateLiteralNode template -> join(template.getExpressions(), "", deep - 1);
      case CallNode call when call.getFunction() instanceof AccessNode access ->
          called(call, access, deep - 1);
      default -> null;
    };
  }

  private String join(List<Expression> parts, String between, int deep) {
    List<String> strings = new ArrayList<>();
    for (Expression part : parts) {
      String string = part == null ? null : string(part, deep);
      if (string == null) {
        return null;
      }
      strings.add(string);
    }
    return String.join(between, strings);
  }

  private String called(CallNode call, AccessNode access, int deep) {
    if (access.getProperty().equals("join")
        && access.getBase() instanceof LiteralNode.ArrayLiteralNode array
        && call.getArgs().size() == 1) {
      String between = string(call.getArgs().getFirst(), deep);
      return between == null ? null : join(array.getElementExpressions(), between, deep);
    }
    if (access.getProperty().equals("toString") && call.getArgs().isEmpty()) {
      byte[] digest = digest(behind(access.getBase()), deep);
      return digest == null ? null : HexFormat.of().formatHex(digest);
    }
    return null;
  }

  /// The bytes of `MD5("…")` and the like, or null.
  byte[] digest(Expression expression) {
    return digest(behind(expression), DEEPEST);
  }

  private byte[] digest(Expression expression, int deep) {
    if (!(expression instanceof CallNode call) || call.getArgs().size() != 1) {
      return null;
    }
    List<String> path = paths.of(call.getFunction());
    String name = path.isEmpty() ? null : DIGESTS.get(path.getLast());
    String argument = name == null ? null : string(call.getArgs().getFirst(), deep);
    if (argument == null) {
      return null;
    }
    try {
      return MessageDigest.getInstance(name).digest(argument.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
