package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import workbook.exercise.Exercise;

@Exercise(
    id = "component-props/5",
    title = "What production leaves",
    hints = {
      "Two of the types do more than check. For which does a text become true, and for which is a"
          + " default that is a function not called?",
      "If Boolean or Function is among the types, all of them are needed, in their order. Everything"
          + " else that checks goes: required, skipCheck, the validator, the other types.",
      "Into a LinkedHashMap, for each prop: make Prop.optional of all its types if they contain"
          + " Type.BOOLEAN or Type.FUNCTION, else Prop.optional(Type.NULL). If fallback() is not null,"
          + " add withDefault(prop.fallback().value())."
    },
    chinese =
        @Exercise.Chinese(
            title = "生产环境留下什么",
            hints = {
              "有两种类型不只用于检查。对哪一种，字符串会变成 true？对哪一种，作为默认值的函数不会被调用？",
              "类型中只要有 Boolean 或 Function，就要按原有顺序保留全部类型。其他用于检查的都去掉：required、skipCheck、校验函数，以及别的类型。",
              "新建 LinkedHashMap，对每个 prop：如果类型包含 Type.BOOLEAN 或 Type.FUNCTION，用它的全部类型创建"
                  + " Prop.optional，否则用 Prop.optional(Type.NULL)。如果 fallback() 不是 null，再加上"
                  + " withDefault(prop.fallback().value())。"
            }))
@DisplayName("Exercise 5: what production leaves")
class ProductionTest {

  /// A prop, the same in TypeScript, and what Vue's compiler leaves of it.
  ///
  /// @param destructured its default as TypeScript has it, or an empty string
  record Left(Prop prop, String typeScript, String destructured, String left) {}

  /// The right column is checked against `@vue/compiler-sfc` with `isProd` under `-Ppeers`.
  static final List<Left> LEFT =
      List.of(
          new Left(Prop.required(Type.STRING), "a: string", "", "a: {}"),
          new Left(
              Prop.optional(Type.NUMBER).withDefault(0),
              "a?: number",
              "a = 0",
              "a: { default: 0 }"),
          new Left(Prop.required(Type.BOOLEAN), "a: boolean", "", "a: { type: Boolean }"),
          new Left(
              Prop.optional(Type.BOOLEAN).withDefault(true),
              "a?: boolean",
              "a = true",
              "a: { type: Boolean, default: true }"),
          new Left(
              Prop.optional(Type.STRING, Type.NUMBER, Type.BOOLEAN),
              "a?: string | number | boolean",
              "",
              "a: { type: [String, Number, Boolean] }"),
          new Left(
              Prop.required(Type.BOOLEAN, Type.STRING),
              "a: boolean | string",
              "",
              "a: { type: [Boolean, String] }"),
          new Left(
              Prop.required(Type.BOOLEAN).unchecked(),
              "a: boolean | UnknownType",
              "",
              "a: { type: Boolean }"),
          new Left(Prop.required(Type.FUNCTION), "a: () => void", "", "a: { type: Function }"),
          new Left(
              Prop.required(Type.FUNCTION, Type.OBJECT),
              "a: { (): void; b: string }",
              "",
              "a: { type: [Function, Object] }"),
          new Left(Prop.required(Type.STRING, Type.NULL), "a: string | null", "", "a: {}"),
          new Left(
              Prop.optional(Type.STRING, Type.NULL).withDefault(null),
              "a?: string | null",
              "a = null",
              "a: { default: null }"),
          new Left(
              Prop.optional(Type.ARRAY).withFactory("() => ([1])", _ -> Js.array(1)),
              "a?: number[]",
              "a = [1]",
              "a: { default: () => ([1]) }"));

  @Test
  @DisplayName("is what Vue's compiler leaves")
  void compiler() {
    for (Left each : LEFT) {
      assertThat(text(Production.of(Map.of("a", each.prop()))))
          .as("what is left of a: %s", each.prop())
          .isEqualTo(each.left());
    }
  }

  /// As Vue's compiler writes it: no type is said where nothing is known of it.
  private static String text(Map<String, Prop> props) {
    return Component.text(props)
        .replace(", required: false", "")
        .replace("{ type: null }", "{}")
        .replace("type: null, ", "");
  }

  @Test
  @DisplayName("is without a validator, in the order of the declaration, with every prop")
  void byHand() {
    Map<String, Prop> props = BlogPostByHand.props();
    Map<String, Prop> left = Production.of(props);
    assertThat(List.copyOf(left.keySet()))
        .as("the props that are left of %s", props.keySet())
        .isEqualTo(List.copyOf(props.keySet()));
    props.forEach((name, prop) ->
        assertThat(left.get(name).validator() != null)
            .as("whether a validator is left of %s: %s", name, prop)
            .isFalse());
  }

  @Test
  @DisplayName("every value resolves as before")
  void same() {
    List<Object> cases = Cases.random().limit(500).toList();
    for (Object question : cases) {
      Map<String, Object> asked = Npm.object(question);
      Map<String, Prop> development = Codec.declaration(asked.get("props")).props();
      Instance before = new Instance(Declaration.of(development));
      Instance after = new Instance(Declaration.of(Production.of(development)));
      for (Object json : (List<?>) asked.get("given")) {
        Map<String, Object> given = Codec.decodedMembers((Map<?, ?>) json);
        before.give(given);
        after.give(given);
        assertThat(Codec.encoded(after.props()))
            .as("resolved props in production: %s given to %s", Js.literal(given), development)
            .isEqualTo(Codec.encoded(before.props()));
      }
    }
  }
}
