package workbook.componentprops;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The runtime declaration of one prop: `{ type: Number, required: false, default: 0 }`.
///
/// @param types one of them must accept the value; [Type#NULL] alone accepts every value
/// @param skipCheck whether the types serve Boolean casting only
/// @param fallback the default, or null if there is none
/// @param validator a check of one's own, or null if there is none
public record Prop(
    List<Type> types, boolean required, boolean skipCheck, Default fallback, Validator validator) {

  /// A default. It is told from having none: `default: undefined` switches Boolean casting off.
  ///
  /// @param value the value, or a [JsFunction] that makes it for each instance
  public record Default(Object value) {}

  /// A prop that must be given.
  public static Prop required(Type... types) {
    return new Prop(List.of(types), true, false, null, null);
  }

  /// A prop that may be absent.
  public static Prop optional(Type... types) {
    return new Prop(List.of(types), false, false, null, null);
  }

  /// The same with a default, which all instances share.
  public Prop withDefault(Object value) {
    return new Prop(types, required, skipCheck, new Default(value), validator);
  }

  /// The same with a default that is made for each instance.
  ///
  /// @param source the factory as JavaScript has it
  /// @param factory gets the props that are resolved before this one
  public Prop withFactory(String source, Function<Map<String, Object>, Object> factory) {
    return withDefault(new JsFunction(source, factory));
  }

  /// The same with a check of one's own.
  public Prop validatedBy(Validator check) {
    return new Prop(types, required, skipCheck, fallback, check);
  }

  /// The same, with types that serve Boolean casting only.
  public Prop unchecked() {
    return new Prop(types, required, true, fallback, validator);
  }

  /// Whether nothing is known of the type.
  boolean isAny() {
    return types.equals(List.of(Type.NULL));
  }

  /// As Vue's compiler writes it, and with a validator if there is one.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{ type: ").append(typeText());
    text.append(", required: ").append(required);
    if (skipCheck) {
      text.append(", skipCheck: true");
    }
    if (fallback != null) {
      text.append(", default: ").append(Js.literal(fallback.value()));
    }
    if (validator != null) {
      text.append(", validator");
    }
    return text.append(" }").toString();
  }

  private String typeText() {
    return types.size() == 1
        ? types.getFirst().name()
        : types.stream().map(Type::name).collect(Collectors.joining(", ", "[", "]"));
  }
}
