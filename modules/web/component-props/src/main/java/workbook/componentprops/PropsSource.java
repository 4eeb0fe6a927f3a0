package workbook.componentprops;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The class that the processor writes.
final class PropsSource {

  private PropsSource() {}

  static String of(String folder, String name, String record, List<PropType> props) {
    String body = props.stream().map(PropsSource::line).collect(Collectors.joining());
    return """
    %simport java.util.LinkedHashMap;
    import java.util.Map;
    %s
    /// Written by the compiler, from the record %s.
    public final class %s {

      private %s() {}

      public static Map<String, Prop> props() {
        Map<String, Prop> props = new LinkedHashMap<>();
    %s    return props;
      }
    }
    """
        .formatted(
            folder.isEmpty() ? "" : "package %s;\n\n".formatted(folder),
            imports(body),
            record,
            name,
            name,
            body);
  }

  /// Those classes of this package that the body names, and `Prop`.
  private static String imports(String body) {
    return Stream.of("Js", "Prop", "Type", "Undefined")
        .filter(type -> type.equals("Prop") || body.contains(type + "."))
        .map("import workbook.componentprops.%s;\n"::formatted)
        .collect(Collectors.joining());
  }

  private static String line(PropType prop) {
    return "    props.put(%s, %s);\n".formatted(Literal.quoted(prop.name()), prop.java());
  }
}
