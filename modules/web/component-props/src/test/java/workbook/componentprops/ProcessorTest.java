package workbook.componentprops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The runtime declaration of a record")
class ProcessorTest {

  @Test
  @DisplayName("is what Vue's compiler makes of the type: the recorded answers")
  void recorded() throws IOException {
    List<List<Records.Pair>> records = Records.all();
    List<?> answers = Vectors.of("compile");
    assertThat(answers).hasSameSizeAs(records);
    List<Object> ours = Records.answers(records);
    for (int i = 0; i < records.size(); i++) {
      assertThat(ours.get(i))
          .as("seed %d, record %d: %s", Cases.SEED, i, records.get(i))
          .isEqualTo(answers.get(i));
    }
  }

  @Test
  @DisplayName(
      "is not written for a wrong record: a message at the component's line for each fault")
  void wrong() {
    assertThat(
            errors(
                """
                @DefineProps
                record Post(
                    String key,
                    String $slots,
                    @Default("'x'") int likes,
                    @Default("1") String title,
                    @Default("[") List<String> tags,
                    @Default("") String empty,
                    @Default("1 2") int two,
                    @Default("1") Optional<Integer> both,
                    Optional raw,
                    Optional<Optional<List<String>>> twice,
                    OptionalInt primitive,
                    @Union({int.class}) Object one,
                    @Union({int.class, String.class}) String text,
                    @Nullable int number,
                    String right) {}
                """))
        .containsExactly(
            "Post.java:5: Invalid prop name: \"key\" is a reserved property.",
            "Post.java:6: Invalid prop name: \"$slots\" is a reserved property.",
            "Post.java:7: Default value of prop \"likes\" does not match declared type.",
            "Post.java:8: Default value of prop \"title\" does not match declared type.",
            "Post.java:9: [ is no value such as 1, 'a', true, null, undefined, [1, 2] or {a: 1}",
            "Post.java:10: a value is missing, such as 1, 'a', true, null, undefined, [1, 2] or"
                + " {a: 1}",
            "Post.java:11: 1 2 is no value such as 1, 'a', true, null, undefined, [1, 2] or"
                + " {a: 1}",
            "Post.java:12: a prop with a default is never absent: write Integer, not"
                + " Optional<Integer>",
            "Post.java:13: Optional of what? Write Optional<String>, for instance",
            "Post.java:14: a prop is there or is absent: write Optional<List<String>>, not"
                + " Optional<Optional<List<String>>>",
            "Post.java:15: a prop that may be absent is an Optional<…>, not an OptionalInt",
            "Post.java:16: a union has two types or more",
            "Post.java:17: a union is an Object to Java: write Object, not String",
            "Post.java:18: int is never null in Java");
  }

  @Test
  @DisplayName("is not written for what is no record, and a mistake in Java is told as well")
  void others() {
    assertThat(errors("@DefineProps class Post {}"))
        .containsExactly("Post.java:3: @DefineProps is for a record, and this is a class");
    assertThat(errors("@DefineProps interface Post {}"))
        .containsExactly("Post.java:3: @DefineProps is for a record, and this is an interface");
    assertThat(errors("@DefineProps record Post(Strin a) {}"))
        .containsExactly(
            "Post.java:3: cannot find symbol; symbol: class Strin; location: class Post");
    assertThat(errors("@DefineProps record Post(int a) {}\nclass PostProps {}"))
        .singleElement()
        .asString()
        .startsWith("Post.java:3: PostProps cannot be written: ");
  }

  @Test
  @DisplayName(
      "is not written where an annotation is unfinished; the processor does not break down")
  void unfinished() {
    for (String component :
        List.of(
            "@Default int a",
            "@Default(1) int a",
            "@Default(X) int a",
            "@Union Object a",
            "@Union({Missing.class, int.class}) Object a",
            "@Union({Missing.class, int.class, String.class}) Object a",
            "@Union(Y) Object a",
            "@Missing int a",
            "Optional<Missing> a",
            "List<? extends> a")) {
      assertThat(errors("@DefineProps record Post(" + component + ") {}"))
          .as(component)
          .isNotEmpty()
          .allMatch(error -> error.startsWith("Post.java:3: "));
    }
  }

  @Test
  @DisplayName("knows a type variable and a wildcard as little as Vue does")
  void unknown() {
    // Vue: defineProps<{ a: T, b?: X }>() with a T and an X that it does not find.
    Map<String, Prop> props =
        Component.of(
                "Post.java",
                """
                import workbook.componentprops.*;
                @DefineProps record Post<T extends Number>(T a, java.util.Optional<?> b) {}
                """)
            .declarations()
            .get("PostProps");
    assertThat(Component.text(props))
        .isEqualTo("a: { type: null, required: true }\nb: { type: null, required: false }");
  }

  @Test
  @DisplayName("is a class that compiles, whatever the names and the texts")
  void odd() {
    String source =
        """
        package shop;
        import workbook.componentprops.*;
        class Outer {
          @DefineProps
          record Map(
              @Default("'~"~~~~~~n~~u0007 世😀 ~~~~u'") String 标题,
              @Default("[null]") java.util.List<String> a,
              @Default("{a: [1, 'x'], b: null}") java.util.Map<String, Object> b,
              @Default("NaN") double c,
              @Default("1e400") double d) {}
        }
        class LinkedHashMap {}
        """
            .replace('~', '\\');
    Compiled compiled = Compiled.of("Outer.java", source);
    assertThat(compiled.errors()).isEmpty();
    assertThat(compiled.written()).containsOnlyKeys("shop.Outer_MapProps");
    Map<String, Prop> props =
        Component.of("Outer.java", source).declarations().get("shop.Outer_MapProps");
    assertThat(props).containsOnlyKeys("标题", "a", "b", "c", "d");
    assertThat(props.get("标题").fallback().value()).isEqualTo("\"\\\n\u0007 世😀 \\u");
    assertThat(props.get("d").fallback().value()).isInstanceOf(JsFunction.class);
  }

  private static List<String> errors(String record) {
    return Compiled.of(
            "Post.java", "import java.util.*;\nimport workbook.componentprops.*;\n" + record)
        .errors();
  }
}
