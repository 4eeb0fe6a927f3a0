package workbook.componentprops;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The props of a component, ready to be used: Vue's `normalizePropsOptions`.
public final class Declaration {

  private static final Set<String> RESERVED =
      Set.of(
          "",
          "key",
          "ref",
          "ref_for",
          "ref_key",
          "onVnodeBeforeMount",
          "onVnodeMounted",
          "onVnodeBeforeUpdate",
          "onVnodeUpdated",
          "onVnodeBeforeUnmount",
          "onVnodeUnmounted");

  private final Map<String, Prop> props = new LinkedHashMap<>();
  private final Set<String> cast = new LinkedHashSet<>();
  private final List<String> warnings = new ArrayList<>();

  private Declaration() {}

  /// `props: { title: { type: String } }`.
  public static Declaration of(Map<String, Prop> props) {
    Declaration declaration = new Declaration();
    props.forEach(declaration::add);
    return declaration;
  }

  /// `props: ['title']`: nothing is checked.
  public static Declaration ofNames(String... names) {
    Declaration declaration = new Declaration();
    for (String name : names) {
      declaration.add(name, Prop.optional(Type.NULL));
    }
    return declaration;
  }

  private void add(String written, Prop prop) {
    String name = Names.camelize(written);
    if (isReserved(name) || name.startsWith("$")) {
      warnings.add("Invalid prop name: \"%s\" is a reserved property.".formatted(name));
      return;
    }
    props.put(name, prop);
    if (prop.types().contains(Type.BOOLEAN) || prop.fallback() != null) {
      cast.add(name);
    }
  }

  /// Whether Vue keeps a name for itself.
  static boolean isReserved(String name) {
    return RESERVED.contains(name);
  }

  /// The declared props by their names in code.
  public Map<String, Prop> props() {
    return props;
  }

  /// Those whose value may become another one, by casting or by a default.
  Set<String> cast() {
    return cast;
  }

  /// What is wrong with the declaration itself.
  public List<String> warnings() {
    return warnings;
  }
}
