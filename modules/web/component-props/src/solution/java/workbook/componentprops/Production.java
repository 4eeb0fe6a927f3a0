package workbook.componentprops;

import java.util.LinkedHashMap;
import java.util.Map;

/// Two types do more than check: Boolean casts, and of a Function's default no factory is made.
final class Production {

  private Production() {}

  static Map<String, Prop> of(Map<String, Prop> development) {
    Map<String, Prop> production = new LinkedHashMap<>();
    development.forEach((name, prop) -> {
      boolean needed = prop.types().contains(Type.BOOLEAN) || prop.types().contains(Type.FUNCTION);
      Type[] types = needed ? prop.types().toArray(Type[]::new) : new Type[] {Type.NULL};
      Prop left = Prop.optional(types);
      production.put(
          name, prop.fallback() == null ? left : left.withDefault(prop.fallback().value()));
    });
    return production;
  }
}
