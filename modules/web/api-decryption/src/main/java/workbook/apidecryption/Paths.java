package workbook.apidecryption;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.AccessNode;
import com.oracle.js.parser.ir.BaseNode;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.IndexNode;
import com.oracle.js.parser.ir.JoinPredecessorExpression;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ReturnNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which property of CryptoJS an expression is: `r.AES.decrypt`, `r["AES"]["decrypt"]`, a name that
/// was given one of them, and what a bundler makes of `import AES from "crypto-js/aes"`.
final class Paths {

  /// All ciphers of CryptoJS 4.2.
  static final Set<String> CIPHERS =
      Set.of("AES", "DES", "TripleDES", "RC4", "RC4Drop", "Rabbit", "RabbitLegacy", "Blowfish");

  /// Those of them that know no blocks, and so neither mode nor padding.
  static final Set<String> STREAMS = Set.of("RC4", "RC4Drop", "Rabbit", "RabbitLegacy");

  private static final Set<String> KINDS = Set.of("mode", "pad", "enc", "format", "algo", "lib");

  private static final Pattern FILE = Pattern.compile("crypto-js/([\\w-]+)(?:\\.js)?$");

  /// What the files of CryptoJS export.
  private static final Map<String, List<String>> FILES =
      Map.ofEntries(
          Map.entry("aes", List.of("AES")),
          Map.entry("tripledes", List.of("TripleDES")),
          Map.entry("rc4", List.of("RC4")),
          Map.entry("rabbit", List.of("Rabbit")),
          Map.entry("rabbit-legacy", List.of("RabbitLegacy")),
          Map.entry("blowfish", List.of("Blowfish")),
          Map.entry("mode-cfb", List.of("mode", "CFB")),
          Map.entry("mode-ctr", List.of("mode", "CTR")),
          Map.entry("mode-ctr-gladman", List.of("mode", "CTRGladman")),
          Map.entry("mode-ecb", List.of("mode", "ECB")),
          Map.entry("mode-ofb", List.of("mode", "OFB")),
          Map.entry("pad-ansix923", List.of("pad", "AnsiX923")),
          Map.entry("pad-iso10126", List.of("pad", "Iso10126")),
          Map.entry("pad-iso97971", List.of("pad", "Iso97971")),
          Map.entry("pad-nopadding", List.of("pad", "NoPadding")),
          Map.entry("pad-pkcs7", List.of("pad", "Pkcs7")),
          Map.entry("pad-zeropadding", List.of("pad", "ZeroPadding")),
          Map.entry("enc-base64", List.of("enc", "Base64")),
          Map.entry("enc-hex", List.of("enc", "Hex")),
          Map.entry("enc-latin1", List.of("enc", "Latin1")),
          Map.entry("enc-utf8", List.of("enc", "Utf8")),
          Map.entry("md5", List.of("MD5")),
          Map.entry("sha1", List.of("SHA1")),
          Map.entry("sha256", List.of("SHA256")));

  private final Bindings bindings;
  private final Map<FunctionNode, List<String>> modules = new IdentityHashMap<>();
  private final Map<Expression, List<String>> known = new IdentityHashMap<>();
  private final Set<Expression> open = new HashSet<>();
  private int circles;

  Paths(Bindings bindings) {
    this.bindings = bindings;
  }

  /// The names of properties on the way to it, as far as they can be seen: `AES`, `decrypt`.
  List<String> of(Expression expression) {
    if (expression == null) {
      return List.of();
    }
    if (known.containsKey(expression)) {
      return known.get(expression);
    }
    // A name that is made of itself has no path.
    if (!open.add(expression)) {
      circles++;
      return List.of();
    }
    try {
      int before = circles;
      List<String> path = path(expression);
      // On the way around a circle it depends on where the walk began.
      if (circles == before) {
        known.put(expression, path);
      }
      return path;
    } finally {
      open.remove(expression);
    }
  }

  private List<String> path(Expression expression) {
    return switch (expression) {
      case AccessNode access -> with(of(access.getBase()), access.getProperty());
      case IndexNode index when index.getIndex() instanceof LiteralNode<?> key && key.isString() ->
          with(of(index.getBase()), key.getString());
      case IdentNode name -> name(name);
      case CallNode call -> call(call);
      case FunctionNode module -> module(module);
      case JoinPredecessorExpression joined -> of(joined.getExpression());
      case BinaryNode binary when isSecond(binary) -> of(binary.getRhs());
      case BinaryNode either when either.isLogical() -> {
        List<String> first = of(either.getLhs());
        yield first.isEmpty() ? of(either.getRhs()) : first;
      }
      default -> List.of();
    };
  }

  /// Whether the value is that of the right side: `(0, e.decrypt)`, `a = b`.
  private static boolean isSecond(BinaryNode binary) {
    return binary.isTokenType(TokenType.COMMARIGHT) || binary.isTokenType(TokenType.ASSIGN);
  }

  private static List<String> with(List<String> path, String property) {
    // What bundlers put around a module's only export.
    if (property.equals("default")) {
      return path;
    }
    List<String> longer = new ArrayList<>(path);
    longer.add(property);
    return longer;
  }

  private List<String> name(IdentNode name) {
    Binding binding = bindings.of(name);
    if (binding == null) {
      return List.of(name.getName());
    }
    if (binding.imported() != null) {
      String imported = binding.imported().getLast();
      List<String> file = file(binding.imported().getFirst());
      return imported.matches("\\w+") ? with(file, imported) : file;
    }
    Binding.Value value = binding.value();
    if (value == null) {
      return CIPHERS.contains(name.getName()) ? List.of(name.getName()) : List.of();
    }
    List<String> path = of(value.source());
    for (String key : value.keys()) {
      path = with(path, key);
    }
    return path;
  }

  private static List<String> file(String module) {
    Matcher matcher = FILE.matcher(module);
    return matcher.find() ? FILES.getOrDefault(matcher.group(1), List.of()) : List.of();
  }

  private List<String> call(CallNode call) {
    List<Expression> arguments = call.getArgs();
    if (arguments.isEmpty()) {
      // What webpack's n.n(r) and esbuild's wrappers return is called to get at the module.
      return of(call.getFunction());
    }
    if (arguments.getFirst() instanceof LiteralNode<?> id && arguments.size() == 1) {
      FunctionNode module = bindings.module(id.getString());
      if (module != null) {
        return of(module);
      }
      return id.isString() ? file(id.getString()) : List.of();
    }
    if (isWrapper(call)) {
      return of(arguments.getFirst());
    }
    return List.of();
  }

  /// What bundlers lay around a module: `n.n(r)`, `O(_e())`, `I((e, t) => {…})`.
  private static boolean isWrapper(CallNode call) {
    return switch (call.getFunction()) {
      case IdentNode _ -> true;
      case AccessNode access -> access.getProperty().equals("n");
      default -> false;
    };
  }

  /// What a module of CryptoJS exports: it returns it, or puts it into `exports`.
  private List<String> module(FunctionNode function) {
    List<String> known = modules.get(function);
    if (known == null) {
      Exports exports = new Exports();
      function.accept(exports);
      known = exports.last;
      modules.put(function, known);
    }
    return known;
  }

  private static final class Exports extends NodeVisitor<LexicalContext> {

    private List<String> last = List.of();

    private Exports() {
      super(new LexicalContext());
    }

    @Override
    public boolean enterReturnNode(ReturnNode node) {
      candidate(node.getExpression());
      return true;
    }

    @Override
    public boolean enterBinaryNode(BinaryNode binary) {
      if (binary.isTokenType(TokenType.ASSIGN)
          && binary.getLhs() instanceof AccessNode target
          && target.getProperty().equals("exports")) {
        candidate(binary.getRhs());
      }
      return true;
    }

    private void candidate(Expression value) {
      Expression end = value;
      while (end instanceof BinaryNode binary && isSecond(binary)) {
        end = binary.getRhs();
      }
      List<String> path = new ArrayList<>();
      while (end instanceof BaseNode base) {
        path.addFirst(base instanceof AccessNode access ? access.getProperty() : "");
        end = base.getBase();
      }
      boolean isCipher = !path.isEmpty() && CIPHERS.contains(path.getFirst());
      boolean isOther = path.size() == 2 && KINDS.contains(path.getFirst());
      boolean isDigest = path.size() == 1 && Constants.DIGESTS.containsKey(path.getFirst());
      if (isCipher || isOther || isDigest) {
        last = path;
      }
    }
  }
}
