package workbook.apidecryption;

import com.oracle.js.parser.TokenType;
import com.oracle.js.parser.ir.BinaryNode;
import com.oracle.js.parser.ir.Block;
import com.oracle.js.parser.ir.CallNode;
import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.ForNode;
import com.oracle.js.parser.ir.FunctionNode;
import com.oracle.js.parser.ir.IdentNode;
import com.oracle.js.parser.ir.LexicalContext;
import com.oracle.js.parser.ir.LiteralNode;
import com.oracle.js.parser.ir.Module;
import com.oracle.js.parser.ir.Node;
import com.oracle.js.parser.ir.ObjectNode;
import com.oracle.js.parser.ir.ParameterNode;
import com.oracle.js.parser.ir.PropertyNode;
import com.oracle.js.parser.ir.Scope;
import com.oracle.js.parser.ir.UnaryNode;
import com.oracle.js.parser.ir.VarNode;
import com.oracle.js.parser.ir.visitor.NodeVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/// What every name of a script stands for. Minified scripts call everything `e`, `t` or `n`, in
/// each function anew: a name means nothing without its scope.
final class Bindings extends NodeVisitor<LexicalContext> {

  private final Map<Scope, Map<String, Binding>> scopes = new IdentityHashMap<>();
  private final Map<IdentNode, Binding> uses = new IdentityHashMap<>();
  private final Map<String, FunctionNode> modules = new HashMap<>();
  private final List<CallNode> calls = new ArrayList<>();
  private final List<LiteralNode<?>> numbers = new ArrayList<>();

  private Bindings() {
    super(new LexicalContext());
  }

  static Bindings of(Script script) {
    Bindings bindings = new Bindings();
    script.tree().accept(bindings);
    return bindings;
  }

  /// What a name stands for, or null if it is declared nowhere.
  Binding of(IdentNode name) {
    return uses.get(name);
  }

  /// The function of a bundler's module, by its number or path, or null.
  FunctionNode module(String id) {
    return modules.get(id);
  }

  /// All calls; those in declared functions come first.
  List<CallNode> calls() {
    return calls;
  }

  /// All numbers.
  List<LiteralNode<?>> numbers() {
    return numbers;
  }

  private Binding resolve(String name) {
    for (Iterator<Block> blocks = getLexicalContext().getBlocks(); blocks.hasNext(); ) {
      Scope scope = blocks.next().getScope();
      if (scope != null && scope.hasSymbol(name)) {
        return scopes
            .computeIfAbsent(scope, _ -> new HashMap<>())
            .computeIfAbsent(name, _ -> new Binding());
      }
    }
    return null;
  }

  @Override
  public boolean enterBlock(Block block) {
    FunctionNode function = getLexicalContext().getCurrentFunction();
    if (function == null) {
      return true;
    }
    if (block.isModuleBody() && function.getModule() != null) {
      for (Module.ImportEntry entry : function.getModule().getImportEntries()) {
        resolve(entry.getLocalName().toJavaStringUncached())
            .isImported(
                entry.getModuleRequest().specifier().toJavaStringUncached(),
                entry.getImportName().toJavaStringUncached());
      }
    }
    if (block == function.getBody() && function.hasSimpleParameterList()) {
      List<IdentNode> parameters = function.getParameters();
      for (int i = 0; i < parameters.size(); i++) {
        parameter(resolve(parameters.get(i).getName()), function, i);
      }
    }
    return true;
  }

  private static void parameter(Binding binding, FunctionNode function, int index) {
    if (binding != null) {
      binding.isParameter(function, index);
    }
  }

  @Override
  public boolean enterIdentNode(IdentNode name) {
    if (!name.isPropertyName()) {
      Binding binding = resolve(name.getName());
      if (binding != null) {
        uses.put(name, binding);
      }
    }
    return true;
  }

  @Override
  public boolean enterVarNode(VarNode variable) {
    if (variable.getInit() instanceof ParameterNode parameter) {
      FunctionNode function = getLexicalContext().getCurrentFunction();
      parameter(resolve(variable.getName().getName()), function, parameter.getIndex());
    } else if (variable.getInit() != null) {
      write(variable.getName(), new Binding.Value(variable.getInit(), List.of()));
    }
    return true;
  }

  @Override
  public boolean enterBinaryNode(BinaryNode binary) {
    if (binary.isAssignment()) {
      boolean plain =
          binary.isTokenType(TokenType.ASSIGN) || binary.isTokenType(TokenType.ASSIGN_INIT);
      assign(binary.getLhs(), plain ? new Binding.Value(binary.getRhs(), List.of()) : null);
    }
    return true;
  }

  @Override
  public boolean enterUnaryNode(UnaryNode unary) {
    if (unary.isAssignment()) {
      assign(unary.getExpression(), null);
    }
    return true;
  }

  @Override
  public boolean enterForNode(ForNode loop) {
    if (loop.isForInOrOf()) {
      assign(loop.getInit(), null);
    }
    return true;
  }

  /// @param value null if it is not known
  private void assign(Node target, Binding.Value value) {
    switch (target) {
      case IdentNode name -> write(name, value);
      case BinaryNode withDefault -> assign(withDefault.getLhs(), null);
      case ObjectNode pattern -> {
        for (PropertyNode property : pattern.getElements()) {
          Binding.Value inner = null;
          if (value != null && !property.isRest() && !property.isComputed()) {
            List<String> keys = new ArrayList<>(value.keys());
            keys.add(property.getKeyName());
            inner = new Binding.Value(value.source(), keys);
          }
          Node inside = property.isRest() ? property.getKey() : property.getValue();
          if (inside != null) {
            assign(inside instanceof UnaryNode rest ? rest.getExpression() : inside, inner);
          }
        }
      }
      case LiteralNode.ArrayLiteralNode pattern -> {
        for (Expression element : pattern.getElementExpressions()) {
          if (element != null) {
            assign(element instanceof UnaryNode rest ? rest.getExpression() : element, null);
          }
        }
      }
      case null, default -> {}
    }
  }

  private void write(IdentNode name, Binding.Value value) {
    Binding binding = resolve(name.getName());
    if (binding != null) {
      binding.isGiven(value);
    }
  }

  @Override
  public boolean enterCallNode(CallNode call) {
    calls.add(call);
    return true;
  }

  /// A table of modules, as webpack writes it: functions by number or path.
  @Override
  public boolean enterObjectNode(ObjectNode object) {
    for (PropertyNode property : object.getElements()) {
      if (property.getValue() instanceof FunctionNode function
          && property.getKey() instanceof LiteralNode) {
        modules.putIfAbsent(property.getKeyName(), function);
      }
    }
    return true;
  }

  @Override
  public boolean enterLiteralNode(LiteralNode<?> literal) {
    if (literal.getValue() instanceof Number) {
      numbers.add(literal);
    } else if (literal.isArray()) {
      table(literal.getElementExpressions());
    }
    return true;
  }

  /// The same as a list, as older versions write it.
  private void table(List<Expression> elements) {
    if (elements.size() > 1
        && elements.stream().allMatch(e -> e == null || e instanceof FunctionNode)) {
      for (int i = 0; i < elements.size(); i++) {
        if (elements.get(i) instanceof FunctionNode function) {
          modules.putIfAbsent(String.valueOf(i), function);
        }
      }
    }
  }
}
