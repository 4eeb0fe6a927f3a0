package workbook.componentprops;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import workbook.lab.Example;
import workbook.lab.Table;

/// When a default is used, who shares it, and what its factory sees.
@Command(
    name = "component-props/defaults",
    description = "Defaults: when they are used, who shares them, and what their factories see.")
public final class Defaults implements Example {

  static void main(String[] args) {
    Example.main(new Defaults(), args);
  }

  @Override
  public int run(PrintStream out) {
    Map<String, Prop> props = new LinkedHashMap<>();
    props.put("likes", Prop.optional(Type.NUMBER).withDefault(0));
    props.put("shared", Prop.optional(Type.ARRAY).withDefault(Js.array()));
    props.put("tags", Prop.optional(Type.ARRAY).withFactory("() => ([])", _ -> Js.array()));
    props.put("early", seesLikesAnd("late"));
    props.put("late", Prop.optional(Type.NUMBER).withDefault(1));
    Declaration declaration = Declaration.of(props);

    Instance absent = new Instance(declaration);
    absent.give(Map.of());
    Map<String, String> before = shown(absent);
    Map<String, String> undefined = given(declaration, Undefined.UNDEFINED);
    Map<String, String> nothing = given(declaration, null);
    add(absent, "shared");
    add(absent, "tags");
    Instance next = new Instance(declaration);
    next.give(Map.of());

    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("prop", "absent", "undefined", "null", "absent in the next instance"));
    shown(next)
        .forEach((name, value) ->
            rows.add(
                List.of(name, before.get(name), undefined.get(name), nothing.get(name), value)));
    Table.print(rows, out);
    return 0;
  }

  private static Prop seesLikesAnd(String other) {
    return Prop.optional(Type.ARRAY)
        .withFactory(
            "props => [props.likes, props.%s]".formatted(other),
            props ->
                Js.array(
                    props.getOrDefault("likes", Undefined.UNDEFINED),
                    props.getOrDefault(other, Undefined.UNDEFINED)));
  }

  private static Map<String, String> given(Declaration declaration, Object value) {
    Map<String, Object> given = new LinkedHashMap<>();
    declaration.props().keySet().forEach(name -> given.put(name, value));
    Instance instance = new Instance(declaration);
    instance.give(given);
    return shown(instance);
  }

  @SuppressWarnings("unchecked") // An array of this class's own.
  private static void add(Instance instance, String name) {
    ((List<Object>) instance.props().get(name)).add("x");
  }

  private static Map<String, String> shown(Instance instance) {
    Map<String, String> shown = new LinkedHashMap<>();
    instance.props().forEach((name, value) -> shown.put(name, Js.literal(value)));
    return shown;
  }
}
