package workbook.componentprops;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Table;

/// One prop, `isOpen`, declared with three lists of types.
@Command(
    name = "component-props/casting",
    description = "What a prop isOpen resolves to, by its types; * where Vue warns.")
public final class Casting implements Example {

  private static final List<List<Type>> TYPES =
      List.of(
          List.of(Type.BOOLEAN),
          List.of(Type.BOOLEAN, Type.STRING),
          List.of(Type.STRING, Type.BOOLEAN));

  @Parameters(
      index = "0..*",
      paramLabel = "ATTRIBUTE",
      arity = "0..*",
      description = "is-open=yes, for instance; the page's if none is given.")
  private List<String> attributes =
      List.of(
          "",
          "is-open",
          "is-open=is-open",
          "is-open=isOpen",
          "is-open=true",
          ":is-open=false",
          ":is-open=null",
          ":is-open=undefined");

  static void main(String[] args) {
    Example.main(new Casting(), args);
  }

  @Override
  public int run(PrintStream out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("given", "Boolean", "[Boolean, String]", "[String, Boolean]"));
    for (String attribute : attributes) {
      List<String> row = new ArrayList<>();
      row.add(attribute.isEmpty() ? "(nothing)" : Table.oneLine(attribute));
      TYPES.forEach(types -> row.add(resolved(types, attribute)));
      rows.add(row);
    }
    Table.print(rows, out);
    return 0;
  }

  private static String resolved(List<Type> types, String attribute) {
    Prop prop = Prop.optional(types.toArray(Type[]::new));
    Instance instance = new Instance(Declaration.of(Map.of("isOpen", prop)));
    List<String> given = attribute.isEmpty() ? List.of() : List.of(attribute);
    List<String> warnings = instance.give(Given.of(given));
    String value = Table.oneLine(Js.literal(instance.props().get("isOpen")));
    return warnings.isEmpty() ? value : value + " *";
  }
}
