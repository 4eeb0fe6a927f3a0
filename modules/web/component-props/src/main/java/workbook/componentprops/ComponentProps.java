package workbook.componentprops;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import workbook.lab.Example;
import workbook.lab.Printable;
import workbook.lab.Table;

/// The question of this topic: one component, declared in both ways. Is it the same component?
@Command(
    name = "component-props",
    description = "A component declared as a map and as a record, and what each makes of props.")
public final class ComponentProps implements Example {

  @Parameters(
      index = "0..*",
      paramLabel = "ATTRIBUTE",
      arity = "0..*",
      description =
          "As in a template: likes=5 gives a string, :likes=5 a number, likes alone an empty string.")
  private List<String> attributes = List.of("likes=5", "published", "size=huge");

  @Option(
      names = "--fragment",
      description = "As if the component had two root elements, so that attributes are lost.")
  private boolean fragment;

  static void main(String[] args) {
    Example.main(new ComponentProps(), args);
  }

  @Override
  public int run(PrintStream out) {
    Map<String, Object> given = Given.of(attributes);
    Instance byHand = new Instance(Declaration.of(BlogPostByHand.props()));
    Instance record = new Instance(Declaration.of(Samples.blogPost()));
    List<String> byHandWarnings = warnings(byHand, given);
    List<String> recordWarnings = warnings(record, given);

    List<List<String>> values = new ArrayList<>();
    values.add(List.of("prop", "by hand", "record"));
    for (String name : BlogPostByHand.props().keySet()) {
      values.add(List.of(name, shown(byHand.props().get(name)), shown(record.props().get(name))));
    }
    Table.print(values, out);
    print(byHandWarnings, recordWarnings, out);
    if (!byHand.attrs().isEmpty() && !fragment) {
      out.println();
      out.println("on the root element: " + shown(byHand.attrs()));
    }
    return 0;
  }

  private List<String> warnings(Instance instance, Map<String, Object> given) {
    List<String> warnings = new ArrayList<>(instance.give(given));
    if (fragment) {
      warnings.addAll(FallThrough.lost(instance.attrs()));
    }
    return warnings;
  }

  private static void print(List<String> byHand, List<String> record, PrintStream out) {
    Set<String> all = new LinkedHashSet<>(byHand);
    all.addAll(record);
    if (all.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("by hand", "record", "warning"));
    for (String warning : all) {
      rows.add(
          List.of(
              byHand.contains(warning) ? "yes" : "",
              record.contains(warning) ? "yes" : "",
              Printable.of(warning).replace('\n', '⏎')));
    }
    out.println();
    Table.print(rows, out);
  }

  private static String shown(Object value) {
    return Table.oneLine(Js.literal(value));
  }
}
