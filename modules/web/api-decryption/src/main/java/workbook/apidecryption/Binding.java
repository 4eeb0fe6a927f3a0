package workbook.apidecryption;

import com.oracle.js.parser.ir.Expression;
import com.oracle.js.parser.ir.FunctionNode;
import java.util.List;

/// A name in its scope, and what it stands for.
final class Binding {

  /// What a name is given: an expression, or what stands in it under some keys.
  record Value(Expression source, List<String> keys) {}

  private Value value;
  private int times;
  private FunctionNode function;
  private int parameter = -1;
  private List<String> imported;

  /// @param given null if it is not known
  void isGiven(Value given) {
    value = given;
    times++;
  }

  void isParameter(FunctionNode of, int index) {
    function = of;
    parameter = index;
  }

  void isImported(String module, String name) {
    imported = List.of(module, name);
  }

  /// What it is given, or null if that is more than one thing, or nothing that is seen here.
  Value value() {
    return times == 1 && parameter < 0 ? value : null;
  }

  /// The function whose parameter it is, or null.
  FunctionNode function() {
    return function;
  }

  /// Its place among the parameters, from 0, or -1.
  int parameter() {
    return parameter;
  }

  /// The module that it is imported from, and the name there; null if it is not imported.
  List<String> imported() {
    return imported;
  }
}
