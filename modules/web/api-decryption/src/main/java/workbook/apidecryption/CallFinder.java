package workbook.apidecryption;

import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.PropertyNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// Finds the calls of CryptoJS in a script.
final class CallFinder {

  private static final Set<String> OPERATIONS = Set.of("encrypt", "decrypt");
  private static final Set<String> PROGRESSIVE = Set.of("createEncryptor", "createDecryptor");

  /// `Salt` and `ed__` as words: `Salted__` stands in CryptoJS so, under whatever names.
  private static final List<Integer> SALTED = List.of(0x53616c74, 0x65645f5f);

  private final Script script;
  private final Bindings bindings;
  private final Paths paths;
  private final Constants constants;
  private final Origin.Finder origins;

  private CallFinder(Script script) {
    this.script = script;
    this.bindings = Bindings.of(script);
    this.paths = new Paths(bindings);
    this.constants = new Constants(bindings, paths);
    this.origins = new Origin.Finder(script, bindings, paths, constants);
  }

  /// What a script holds.
  ///
  /// @param salted where CryptoJS itself writes `Salted__`
  record Found(List<CryptoCall> calls, List<String> salted) {}

  static Found in(Script script) {
    CallFinder finder = new CallFinder(script);
    List<CryptoCall> calls = new ArrayList<>();
    for (CallNode call : finder.bindings.calls()) {
      CryptoCall found = finder.found(call);
      if (found != null) {
        calls.add(found);
      }
    }
    calls.sort(Comparator.comparingInt(CryptoCall::offset));
    return new Found(calls, finder.salted());
  }

  private CryptoCall found(CallNode call) {
    List<String> path = new ArrayList<>(paths.of(call.getFunction()));
    List<Expression> arguments = new ArrayList<>(call.getArgs());
    if (!path.isEmpty() && path.getLast().equals("call") && !arguments.isEmpty()) {
      path.removeLast();
      arguments.removeFirst();
    }
    if (path.isEmpty()) {
      return null;
    }
    String operation = path.removeLast();
    String cipher = path.isEmpty() ? "?" : path.getLast();
    boolean isCipher = Paths.CIPHERS.contains(cipher);
    if (PROGRESSIVE.contains(operation) && isCipher) {
      arguments.addFirst(null);
    } else if (!OPERATIONS.contains(operation)) {
      return null;
    }
    ObjectNode options = options(arguments);
    if (isCipher ? arguments.size() < 2 : !isCryptoJs(options)) {
      return null;
    }
    Expression iv = member(options, "iv");
    boolean isStream = Paths.STREAMS.contains(cipher);
    return new CryptoCall(
        call.getStart(),
        script.place(call),
        script.excerpt(call.getFunction(), 60),
        operation,
        isCipher ? cipher : "?",
        isStream ? "no mode" : setting(options, "mode", "mode", Settings.DEFAULT.mode()),
        isStream ? "no padding" : setting(options, "padding", "pad", Settings.DEFAULT.padding()),
        origins.of(arguments.get(1)),
        iv == null ? null : origins.of(iv),
        more(options));
  }

  private ObjectNode options(List<Expression> arguments) {
    return arguments.size() > 2 && constants.behind(arguments.get(2)) instanceof ObjectNode literal
        ? literal
        : null;
  }

  private static Expression member(ObjectNode options, String name) {
    return options == null ? null : Constants.member(options, name);
  }

  /// Whether the third argument is one of CryptoJS, though the cipher is not seen: others have
  /// modes, too, but not as its objects.
  private boolean isCryptoJs(ObjectNode options) {
    return isMember(paths.of(member(options, "mode")), "mode")
        || isMember(paths.of(member(options, "padding")), "pad");
  }

  private static boolean isMember(List<String> path, String kind) {
    return path.size() >= 2 && path.get(path.size() - 2).equals(kind);
  }

  private String setting(ObjectNode options, String name, String kind, Object usual) {
    Expression value = member(options, name);
    if (value == null) {
      return usual.toString();
    }
    List<String> path = paths.of(value);
    return isMember(path, kind)
        ? path.getLast()
        : script.excerpt(value, 40) + ", " + script.place(value);
  }

  private String more(ObjectNode options) {
    StringBuilder more = new StringBuilder();
    if (options != null) {
      for (PropertyNode property : options.getElements()) {
        if (property.isComputed() || !Set.of("mode", "padding", "iv").contains(name(property))) {
          more.append(more.isEmpty() ? "" : ", ").append(script.excerpt(property, 60));
        }
      }
    }
    return more.toString();
  }

  private static String name(PropertyNode property) {
    return property.isRest() ? "" : property.getKeyName();
  }

  private List<String> salted() {
    List<String> places = new ArrayList<>();
    List<LiteralNode<?>> numbers = bindings.numbers();
    for (int i = 1; i < numbers.size(); i++) {
      if (isWord(numbers.get(i - 1), SALTED.getFirst())
          && isWord(numbers.get(i), SALTED.getLast())) {
        places.add(script.place(numbers.get(i - 1)));
      }
    }
    return places;
  }

  private static boolean isWord(LiteralNode<?> literal, int word) {
    return literal.getValue() instanceof Number number && number.longValue() == word;
  }
}
