package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "component-props/4",
    title = "Defaults of their own",
    hints = {
      "There is a method of Prop that gives a copy with a default. What does it leave as it was?",
      "Copy the map in its order, then go through the defaults. containsKey says whether there is a"
          + " prop; the value says nothing, because null is a default.",
      "Make a LinkedHashMap of props. For each entry of defaults: if props does not contain its key,"
          + " throw an IllegalArgumentException with the text; else put"
          + " props.get(name).withDefault(value) under its name. Return the LinkedHashMap."
    },
    chinese =
        @Exercise.Chinese(
            title = "单独给出的默认值",
            hints = {
              "Prop 有一个方法，返回带默认值的副本。它保留了哪些部分不变？",
              "按原有顺序复制 map，再逐个处理默认值。有没有这个 prop 要用 containsKey 判断；看值不行，因为 null 也是默认值。",
              "由 props 创建一个 LinkedHashMap。对 defaults 的每一项：如果 props 不含这个键，抛出带上述文字的"
                  + " IllegalArgumentException；否则以该名字放入 props.get(name).withDefault(value)。最后返回这个"
                  + " LinkedHashMap。"
            }))
@DisplayName("Exercise 4: defaults of their own")
class MergedTest {

  // By the tests of mergeDefaults in Vue's apiSetupHelpers.spec.ts, except that Vue warns of an
  // unknown name and goes on.

  private static final Map<String, Object> PROPS =
      Js.object(
          "foo", null,
          "bar", Prop.required(Type.NUMBER).validatedBy((_, _) -> false),
          "baz", Prop.optional(Type.BOOLEAN, Type.STRING).unchecked(),
          "a", Prop.optional(Type.STRING).withDefault("old"));

  private static Map<String, Prop> props() {
    Map<String, Prop> props = new java.util.LinkedHashMap<>();
    PROPS.forEach(
        (name, prop) -> props.put(name, prop == null ? Prop.optional(Type.NULL) : (Prop) prop));
    return props;
  }

  @Test
  @DisplayName("each prop that is named gets its default, and keeps the rest")
  void rest() {
    assertMerged(
        Js.object("foo", 1, "bar", 2, "baz", true),
        "foo: { type: null, required: false, default: 1 }",
        "bar: { type: Number, required: true, default: 2, validator }",
        "baz: { type: [Boolean, String], required: false, skipCheck: true, default: true }",
        "a: { type: String, required: false, default: \"old\" }");
  }

  @Test
  @DisplayName("a default that is there gives way to the new one")
  void replaced() {
    assertMerged(
        Js.object("a", "new"),
        "foo: { type: null, required: false }",
        "bar: { type: Number, required: true, validator }",
        "baz: { type: [Boolean, String], required: false, skipCheck: true }",
        "a: { type: String, required: false, default: \"new\" }");
  }

  @Test
  @DisplayName("null and undefined are defaults: an absent Boolean is not false any more")
  void none() {
    assertMerged(
        Js.object("a", null, "baz", Undefined.UNDEFINED, "foo", Undefined.UNDEFINED),
        "foo: { type: null, required: false, default: undefined }",
        "bar: { type: Number, required: true, validator }",
        "baz: { type: [Boolean, String], required: false, skipCheck: true, default: undefined }",
        "a: { type: String, required: false, default: null }");
  }

  @Test
  @DisplayName("the order is that of the declaration")
  void order() {
    assertMerged(
        Js.object("a", 1, "baz", 2, "foo", 3),
        "foo: { type: null, required: false, default: 3 }",
        "bar: { type: Number, required: true, validator }",
        "baz: { type: [Boolean, String], required: false, skipCheck: true, default: 2 }",
        "a: { type: String, required: false, default: 1 }");
  }

  @Test
  @DisplayName("what is given is not changed")
  void unchanged() {
    Map<String, Prop> props = props();
    Map<String, Object> defaults = Js.object("a", 1, "foo", 2);
    Merged.withDefaults(props, defaults);
    assertThat(Js.literal(defaults))
        .as("the defaults that were given, afterwards")
        .isEqualTo("{a: 1, foo: 2}");
    for (String name : PROPS.keySet()) {
      assertThat(props.get(name).toString())
          .as("%s of the declaration that was given, afterwards", name)
          .isEqualTo(props().get(name).toString());
    }
    assertThat(Merged.withDefaults(Map.copyOf(props), Map.of()))
        .as("an unmodifiable declaration and no defaults")
        .isEqualTo(props);
  }

  @Test
  @DisplayName("a function that makes an array makes one for each instance")
  void factory() {
    JsFunction empty = new JsFunction("() => ([])", _ -> Js.array());
    Map<String, Prop> merged = Merged.withDefaults(props(), Js.object("foo", empty));
    Object foo = resolved(merged);
    assertThat(foo).as("foo, whose default is () => ([])").isEqualTo(List.of());
    assertThat(foo == resolved(merged))
        .as("whether foo, whose default is () => ([]), is one array for all instances")
        .isFalse();
  }

  @Test
  @DisplayName("an array is one array for all instances, and so is an object")
  void array() {
    for (Object value : List.of(Js.array(), Js.object("x", 1))) {
      Map<String, Prop> merged = Merged.withDefaults(props(), Js.object("foo", value));
      assertThat(resolved(merged) == value && resolved(merged) == value)
          .as("whether foo is for all instances the one %s that is its default", Js.literal(value))
          .isTrue();
    }
  }

  private static Object resolved(Map<String, Prop> props) {
    Instance instance = new Instance(Declaration.of(props));
    instance.give(Map.of());
    return instance.props().get("foo");
  }

  @Test
  @DisplayName("a default without a prop is refused")
  void unknown() {
    for (Object value : new Object[] {1, null}) {
      assertThatThrownBy(
              () -> Merged.withDefaults(props(), Js.object("foo", 1, "x", value)),
              "a default %s for x, which is not declared",
              value)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("props default key \"x\" has no corresponding declaration.");
    }
    assertThatThrownBy(
            () ->
                Merged.withDefaults(
                    Map.of("fooBar", Prop.optional(Type.NUMBER)), Js.object("foo-bar", 1)),
            "a default 1 for foo-bar, where fooBar is declared")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("props default key \"foo-bar\" has no corresponding declaration.");
  }

  private static void assertMerged(Map<String, Object> defaults, String... expected) {
    Map<String, Prop> merged = Merged.withDefaults(props(), defaults);
    assertThat(List.copyOf(merged.keySet()))
        .as("the props in their order, with the defaults %s", Js.literal(defaults))
        .isEqualTo(List.copyOf(props().keySet()));
    for (String line : expected) {
      String[] nameAndProp = line.split(": ", 2);
      assertThat(merged.get(nameAndProp[0]).toString())
          .as("%s, with the defaults %s", nameAndProp[0], Js.literal(defaults))
          .isEqualTo(nameAndProp[1]);
    }
  }
}
