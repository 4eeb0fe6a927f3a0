package workbook.componentprops;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One use of a component: what its props resolve to, and what is left as attributes. By
/// `packages/runtime-core/src/componentProps.ts` of Vue 3.5.
public final class Instance {

  private final Declaration declaration;
  private final Map<String, Object> props = new LinkedHashMap<>();
  private final Map<String, Object> attrs = new LinkedHashMap<>();
  private final Map<String, Object> defaults = new HashMap<>();

  public Instance(Declaration declaration) {
    this.declaration = declaration;
  }

  /// Renders the component with what its parent gives; again and again, with other values.
  ///
  /// @param given values by name, `fooBar` or `foo-bar`
  /// @return the warnings, in Vue's words
  public List<String> give(Map<String, Object> given) {
    Set<String> names = given.keySet().stream().map(Names::camelize).collect(Collectors.toSet());
    assign(given);
    // What was given before and is not any more; every declared prop is there.
    attrs.keySet().retainAll(given.keySet());
    for (String name : declaration.props().keySet()) {
      if (!names.contains(name) && !declaration.cast().contains(name)) {
        props.put(name, Undefined.UNDEFINED);
      }
    }
    return warnings(names);
  }

  /// The resolved props; every declared one is there.
  public Map<String, Object> props() {
    return Collections.unmodifiableMap(props);
  }

  /// What was given and is no prop: it falls through to the root element.
  public Map<String, Object> attrs() {
    return Collections.unmodifiableMap(attrs);
  }

  private void assign(Map<String, Object> given) {
    Map<String, Object> toCast = new HashMap<>();
    given.forEach((written, value) -> {
      String name = Names.camelize(written);
      if (Declaration.isReserved(written)) {
        return;
      }
      if (declaration.cast().contains(name)) {
        toCast.put(name, value);
      } else if (declaration.props().containsKey(name)) {
        props.put(name, value);
      } else {
        attrs.put(written, value);
      }
    });
    for (String name : declaration.cast()) {
      Object value = toCast.getOrDefault(name, Undefined.UNDEFINED);
      props.put(name, resolved(name, value, !toCast.containsKey(name)));
    }
  }

  /// Vue's `resolvePropValue`: the default first, then Boolean casting.
  private Object resolved(String name, Object given, boolean absent) {
    Prop prop = declaration.props().get(name);
    Object value = given;
    if (prop.fallback() != null && value == Undefined.UNDEFINED) {
      value = defaultOf(name, prop);
    }
    int bool = prop.types().indexOf(Type.BOOLEAN);
    if (bool < 0) {
      return value;
    }
    if (absent && prop.fallback() == null) {
      return false;
    }
    int string = prop.types().indexOf(Type.STRING);
    boolean stringFirst = string >= 0 && string < bool;
    boolean says = "".equals(value) || Names.hyphenate(name).equals(value);
    return says && !stringFirst ? true : value;
  }

  /// A factory is called once for an instance; the default of a function is the function itself.
  private Object defaultOf(String name, Prop prop) {
    Object value = prop.fallback().value();
    if (value instanceof JsFunction factory && !prop.types().equals(List.of(Type.FUNCTION))) {
      if (!defaults.containsKey(name)) {
        defaults.put(name, factory.body().apply(props()));
      }
      return defaults.get(name);
    }
    return value;
  }

  private List<String> warnings(Set<String> given) {
    List<String> warnings = new ArrayList<>();
    declaration
        .props()
        .forEach((name, prop) ->
            PropCheck.warning(name, props.get(name), prop, props(), !given.contains(name))
                .ifPresent(warnings::add));
    return warnings;
  }
}
